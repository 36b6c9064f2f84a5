// The statements of xAPI in which cmi5 tells what a learner does, each in the platform's own context, and the store that
// takes them.

const VERBS = "http://adlnet.gov/expapi/verbs/";
export const CMI5 = "https://w3id.org/xapi/cmi5/";
// Answers that say nothing of what was sent: it took too long, or came too often.
const BUSY = [408, 429];
// Answers by which a store refuses what it was sent, and would again.
const REFUSED = [400, 413];

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

// The store at an address, for one learner at one activity. It tells `notify` when it is `away` or has `ended` the
// session, and nothing when all has arrived.
export class Store {
  #base;
  #headers;
  #of;
  #notify;
  #waiting = [];
  #sending;

  // Which resources have not taken what was sent last, or the network as a whole.
  #lost = new Set();
  #hasEnded = false;

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

  // Keeps a document, also while the page goes.
  async keep(stateId, document) {
    const options = { method: "PUT", body: JSON.stringify(document), keepalive: true };
    this.#hear("state", await this.#ask("activities/state", { ...this.#of, stateId }, options).catch(() => undefined));
  }

  #post(statements) {
    return this.#ask("statements", {}, { method: "POST", body: JSON.stringify(statements), keepalive: true });
  }

  // Whether something has not arrived.
  get isLost() {
    return this.#lost.size > 0;
  }

  // Notes what a resource answered, and says whether it has taken what was sent. A statement that it has already is taken
  // (409); of documents, what it will not have is not sent again. A session that has ended stays so.
  #hear(resource, answer) {
    const isHeard = answer?.status < 500 && !BUSY.includes(answer.status);
    const isTaken = resource === "statements" ? answer?.ok || answer?.status === 409 : isHeard;
    if (isTaken) [resource, "network"].forEach((lost) => this.#lost.delete(lost));
    else this.#lost.add(resource);
    this.#hasEnded ||= [401, 403].includes(answer?.status);
    this.#tell();
    return isTaken;
  }

  // Whether something is on its way.
  get isSending() {
    return this.#sending !== undefined;
  }

  // What is wrong with the store, as `notify` is told.
  get trouble() {
    if (this.#hasEnded) return "ended";
    return this.isLost ? "away" : undefined;
  }

  #tell() {
    this.#notify(this.trouble);
  }

  // Takes it that nothing arrives, as where the browser says that it is offline.
  lose() {
    this.#lost.add("network");
    this.#tell();
  }

  // Whether the store takes a statement.
  async takes(statement) {
    return (await this.#post([statement])).ok;
  }

  // Sends statements one after another, so that they arrive in order, and says whether all that were to go have been taken.
  // What did not arrive goes with what comes next.
  send(...statements) {
    this.#waiting.push(...statements);
    this.#sending ??= this.#sendAll().finally(() => (this.#sending = undefined));
    return this.#sending;
  }

  async #sendAll() {
    // A store refuses several because of one; then each goes by itself.
    let most = Infinity;
    let areTaken = true;
    while (this.#waiting.length) {
      const going = this.#waiting.splice(0, most);
      const answer = await this.#post(going).catch(() => undefined);
      const isRefused = REFUSED.includes(answer?.status);
      if (this.#hear("statements", answer)) continue;
      if (isRefused && going.length === 1) {
        // It would be refused again in this session; the next one tells it anew.
        areTaken = false;
        this.#hasEnded = true;
        this.#tell();
        continue;
      }
      this.#waiting.unshift(...going);
      if (!isRefused) break;
      most = 1;
    }
    return areTaken && this.#waiting.length === 0;
  }

  // Sends the last statements while the page goes, when nobody hears the answer, and those that wait their turn. What a
  // store in trouble has not taken, the next page tells: so nothing is told twice.
  sendLast(...statements) {
    const going = [...(this.trouble ? [] : this.#waiting.splice(0)), ...statements];
    if (going.length) this.#post(going).catch(() => {});
  }
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
