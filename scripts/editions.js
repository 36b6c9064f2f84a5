// How each edition of SCORM names its calls and the places of its data model, how long what is put there may be, and how
// it writes what a learner has reached and answered.
import { duration } from "./launch.js";

export const EDITIONS = {
  1.2: {
    api: "API",
    calls: ["LMSInitialize", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSFinish"],
    learner: "cmi.core.student_id",
    language: "cmi.student_preference.language",
    entry: "cmi.core.entry",
    mode: "cmi.core.lesson_mode",
    credit: "cmi.core.credit",
    location: ["cmi.core.lesson_location", 255],
    suspended: ["cmi.suspend_data", 4096],
    exit: "cmi.core.exit",
    status: "cmi.core.lesson_status",
    completed: ["completed", "passed", "failed"],
    score: "cmi.core.score.raw",
    passing: ["cmi.student_data.mastery_score", 100],
    browsed: ["cmi.core.lesson_status", "browsed"],
    counted: ["cmi.core.lesson_status", "cmi.core.score.raw"],
    time: (seconds) => ["cmi.core.session_time", clock(seconds)],
    *reached({ score, complete, passed }) {
      if (score !== undefined) {
        yield ["cmi.core.score.min", 0];
        yield ["cmi.core.score.max", 100];
        yield ["cmi.core.score.raw", rounded(score * 100)];
      }
      const judged = passed === undefined ? "completed" : passed ? "passed" : "failed";
      yield ["cmi.core.lesson_status", complete ? judged : "incomplete"];
    },
    // There is no place for the question's text: the id names its step and its words.
    *answer({ id, response, correct, seconds }) {
      yield ["id", id];
      yield ["time", new Date().toTimeString().slice(0, 8)];
      yield ["type", "choice"];
      yield ["correct_responses.0.pattern", letter(correct)];
      yield ["student_response", letter(response)];
      yield ["result", response === correct ? "correct" : "wrong"];
      yield ["latency", clock(seconds)];
    },
  },
  2004: {
    api: "API_1484_11",
    calls: ["Initialize", "GetValue", "SetValue", "Commit", "Terminate"],
    learner: "cmi.learner_id",
    language: "cmi.learner_preference.language",
    entry: "cmi.entry",
    mode: "cmi.mode",
    credit: "cmi.credit",
    location: ["cmi.location", 1000],
    suspended: ["cmi.suspend_data", 64000],
    exit: "cmi.exit",
    status: "cmi.completion_status",
    completed: ["completed"],
    score: "cmi.score.raw",
    passing: ["cmi.scaled_passing_score", 1],
    counted: ["cmi.completion_status", "cmi.success_status", "cmi.score.raw", "cmi.score.scaled"],
    time: (seconds) => ["cmi.session_time", duration(seconds)],
    *reached({ share, score, complete, passed }) {
      if (score !== undefined) {
        yield ["cmi.score.min", 0];
        yield ["cmi.score.max", 100];
        yield ["cmi.score.raw", rounded(score * 100)];
        yield ["cmi.score.scaled", rounded(score)];
      }
      yield ["cmi.progress_measure", rounded(share)];
      yield ["cmi.completion_status", complete ? "completed" : "incomplete"];
      if (passed !== undefined) yield ["cmi.success_status", passed ? "passed" : "failed"];
    },
    *answer({ id, question, lang, response, correct, seconds }) {
      yield ["id", id];
      yield ["type", "choice"];
      // Platforms take hundredths of a second.
      yield ["timestamp", new Date().toISOString().replace(/\dZ$/, "Z")];
      yield ["correct_responses.0.pattern", letter(correct)];
      yield ["learner_response", letter(response)];
      yield ["result", response === correct ? "correct" : "incorrect"];
      yield ["latency", duration(seconds)];
      yield ["description", `{lang=${lang}}${question.slice(0, 250)}`];
    },
  },
};

// As many digits as every platform takes.
function rounded(number) {
  return +number.toFixed(4);
}

// Seconds as HHHH:MM:SS.ss.
function clock(seconds) {
  const two = (number) => String(Math.floor(number)).padStart(2, "0");
  const rest = (seconds % 60).toFixed(2).padStart(5, "0");
  return `${two(seconds / 3600).padStart(4, "0")}:${two((seconds / 60) % 60)}:${rest}`;
}

// A choice by its place, as pages and platforms write it: `a` is the first.
function letter(choice) {
  return String.fromCharCode(97 + choice);
}
