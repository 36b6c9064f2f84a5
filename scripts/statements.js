// The statements of xAPI in which cmi5 tells what a learner does, each in the platform's own context, and the store that
// takes them.

const VERBS = "http://adlnet.gov/expapi/verbs/";
export const CMI5 = "https://w3id.org/xapi/cmi5/";
// Where a statement names its session.
const SESSION = CMI5 + "context/extensions/sessionid";
// Verbs whose refusal costs a learner nothing.
const DETAILS = ["answered", "progressed"].map((verb) => VERBS + verb);
// Answers that say nothing of what was sent: it took too long, or came too often.
const BUSY = [408, 429];
// Answers by which a store has a statement already.
const KNOWN = 409;
// Answers by which a store refuses a statement, and would again.
const REFUSED = [400, 403, 406, 413, 415, 422];
// So many bytes go at once. Of what a page sends as it goes browsers take 64 KiB, all together; a document needs some.
const ROOM = 48 * 1024;

// Makes statements of a session. To the platform's context is only added.
export function statements({ agent, activityId, registration, contextTemplate = {} }) {
  const { contextActivities = {}, ...context } = contextTemplate;
  return (verb, { categories = [], result, extensions = {}, object, parent = [] } = {}) => {
    const own = categories.map((name) => ({ id: `${CMI5}context/categories/${name}` }));
    const activities = { ...contextActivities, category: [contextActivities.category ?? [], own].flat() };
    if (parent.length) activities.parent = [contextActivities.parent ?? [], parent].flat();
    return {
      id: identifier(),
      timestamp: new Date().toISOString(),
      actor: agent,
      verb: { id: VERBS + verb, display: { en: verb } },
      object: { objectType: "Activity", ...(object ?? { id: activityId }) },
      ...(result && { result }),
      context: { ...context, registration, contextActivities: activities, extensions: { ...extensions, ...context.extensions } },
    };
  };
}

// What a statement says was done, in a word.
export function verb(statement) {
  return statement.verb.id.slice(VERBS.length);
}

// A statement of another session as this one tells it, by its context template; nothing where it is of this one.
export function moved(statement, { extensions = {} } = {}) {
  const { context } = statement;
  if (context.extensions[SESSION] === extensions[SESSION]) return undefined;
  // Where this session has no name, the name of the other goes.
  const own = { ...context.extensions, [SESSION]: undefined, ...extensions };
  return { ...statement, id: identifier(), context: { ...context, extensions: own } };
}

// The store at an address, for one learner at one activity. It tells `notify` when it is `away` or has `ended` the
// session, and nothing when all has arrived.
export class Store {
  // Callbacks: `taken` with statements, `refused` with the one that was, and `untaken` with those of which nobody has
  // heard, whenever they change.
  listener = {};
  #base;
  #headers;
  #of;
  #notify;
  #waiting = [];
  #going = [];
  #sending;

  // Which resources have not answered what was sent last, or the network as a whole.
  #lost = new Set();
  #hasEnded = false;
  // Whether something that counts was refused.
  #hasRefused = false;

  constructor({ endpoint, authorization, activityId, actor, registration }, notify) {
    this.#base = endpoint.replace(/\/?$/, "/");
    this.#headers = {
      Authorization: authorization,
      "X-Experience-API-Version": "1.0.3",
      "Content-Type": "application/json",
    };
    this.#of = { activityId, agent: actor, registration };
    this.#notify = notify;
  }

  #ask(path, query, options) {
    return fetch(`${this.#base}${path}?${new URLSearchParams(query)}`, { ...options, headers: this.#headers });
  }

  // A document about the learner at the activity; nothing where there is none.
  async state(stateId) {
    return read(await this.#ask("activities/state", { ...this.#of, stateId }));
  }

  // A document about the learner; nothing where there is none.
  async profile(profileId) {
    return read(await this.#ask("agents/profile", { agent: this.#of.agent, profileId }));
  }

  // Keeps a document; `keepalive` where the page goes. One that the store refuses is not sent again. By 401 and 403 it
  // says that the session has ended.
  async keep(stateId, document, keepalive = false) {
    const options = { method: "PUT", body: JSON.stringify(document), keepalive };
    const answer = await this.#ask("activities/state", { ...this.#of, stateId }, options).catch(() => undefined);
    this.#hasEnded ||= [401, 403].includes(answer?.status);
    this.#hear("state", answer?.status < 500 && !BUSY.includes(answer.status));
  }

  #post(statements, keepalive = false) {
    return this.#ask("statements", {}, { method: "POST", body: JSON.stringify(statements), keepalive });
  }

  // Whether something has not arrived.
  get isLost() {
    return this.#lost.size > 0;
  }

  // Whether something is on its way.
  get isSending() {
    return this.#sending !== undefined;
  }

  // What is wrong with the store, as `notify` is told.
  get trouble() {
    if (this.#hasEnded || this.#hasRefused) return "ended";
    return this.isLost ? "away" : undefined;
  }

  // The statements of which nobody has heard yet that the store took or refused them.
  get untaken() {
    return [...this.#going, ...this.#waiting];
  }

  // Notes whether a resource has answered.
  #hear(resource, hasAnswered) {
    if (hasAnswered) [resource, "network"].forEach((lost) => this.#lost.delete(lost));
    else this.#lost.add(resource);
    this.#notify(this.trouble);
  }

  // Takes it that nothing arrives, as where the browser says that it is offline.
  lose() {
    this.#hear("network", false);
  }

  // Whether the store takes a statement.
  async takes(statement) {
    return (await this.#post([statement])).ok;
  }

  // Sends statements one after another, so that they arrive in order, and is done when that is. What did not arrive goes
  // with what comes next.
  send(...statements) {
    this.#waiting.push(...statements);
    this.listener.untaken?.(this.untaken);
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  async #sendAll() {
    // A store answers several by what is wrong with one of them; then each of these goes by itself.
    let alone = 0;
    while (this.#waiting.length) {
      this.#going = this.#waiting.splice(0, alone ? 1 : fitting(this.#waiting, ROOM) || 1);
      const answer = await this.#post(this.#going).catch(() => undefined);
      const going = [...this.#going];
      const isOfOne = answer?.status === KNOWN || REFUSED.includes(answer?.status);
      if (answer?.ok || (isOfOne && going.length === 1)) {
        const isKnown = REFUSED.includes(answer.status) ? await this.#has(going[0]) : true;
        if (isKnown !== undefined) {
          this.#settle(going, !isKnown);
          alone = Math.max(alone - 1, 0);
          continue;
        }
      }
      this.#waiting.unshift(...this.#going.splice(0));
      if (isOfOne && going.length > 1) {
        alone = going.length;
        continue;
      }
      this.#hasEnded ||= answer?.status === 401;
      return this.#hear("statements", false);
    }
  }

  // Whether the store has a statement that it refuses, as one may that looks at the rules of cmi5 before ids; `undefined`
  // where it does not say.
  async #has({ id }) {
    const answer = await this.#ask("statements", { statementId: id }).catch(() => undefined);
    if (answer?.ok) return true;
    return answer?.status < 500 && ![401, ...BUSY].includes(answer.status) ? false : undefined;
  }

  // Notes that statements were taken, or that one was refused.
  #settle(statements, isRefused) {
    this.#going = [];
    const { taken, refused, untaken } = this.listener;
    if (!isRefused) taken?.(statements);
    else if (!refused?.(statements[0])) this.#hasRefused ||= !DETAILS.includes(statements[0].verb.id);
    untaken?.(this.untaken);
    this.#hear("statements", true);
  }

  // Sends the last statements while the page goes, when nobody hears the answer: after those that are on their way, which
  // end with the page, and those that wait, as many as a browser takes then. The next page sends what nobody has heard of.
  sendLast(...statements) {
    const going = this.#going;
    const last = [...(this.#hasEnded ? [] : this.#waiting), ...statements];
    const fit = last.slice(0, fitting(last, ROOM - bytes(JSON.stringify(going))));
    // Not together: a store that has one of them already would take none.
    for (const each of [going, fit]) if (each.length) this.#post(each, true).catch(() => {});
  }
}

// How many of the first statements go into so many bytes, as a list.
function fitting(statements, room) {
  let taken = 1;
  const past = statements.findIndex((one) => (taken += bytes(JSON.stringify(one)) + 1) > room);
  return past < 0 ? statements.length : past;
}

function bytes(text) {
  return new TextEncoder().encode(text).length;
}

async function read(answer) {
  if (answer.ok) return answer.json();
  if (answer.status === 404) return undefined;
  throw new Error(`the store answers ${answer.status}`);
}

// A random UUID. The browser's own is only there on secure hosts, which not every platform is.
function identifier() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
