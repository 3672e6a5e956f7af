// SPDX-License-Identifier: Apache-2.0
/**
 * Reads companies, roles, permissions and limits from the claims of a token, asks for proofs (the
 * ordering password, a confirmation by mail), verifies and redeems them, as the Java classes of
 * company-accounts-client do. No dependencies, no build; for browsers and servers. redeem() is for
 * servers only: it takes the client's secret.
 *
 * The claims are JSON values (an object, as JSON.parse gives it). In a browser the answers are for
 * showing and hiding only: the server decides, on claims whose signature it has verified. Whatever
 * the claims hold, nothing here throws: what cannot be understood grants nothing.
 *
 * @typedef {{kind: string, operation: string, reference: string}} ProofRequest
 * @typedef {{kind: string, id: string, organization: string, client: string, operation: string,
 *   reference: string, method: string, at: number, exp: number, limit: number}} Proof times in
 *   seconds since 1970; `limit` as limit() says it
 */

/**
 * Why something is allowed or denied.
 * NO_COMPANY: the token names no company. NOT_A_MEMBER: not this one. NOT_DESCRIBED: it names the
 * company without permissions, since scope `company` was not requested. PERMISSION_MISSING: no role
 * contains it. ABOVE_LIMIT: the amount is larger than the limit. LIMIT_UNREADABLE: there is a limit
 * that cannot be read, which must not count as none.
 */
export const Reason = Object.freeze({
  GRANTED: "GRANTED",
  NO_COMPANY: "NO_COMPANY",
  NOT_A_MEMBER: "NOT_A_MEMBER",
  NOT_DESCRIBED: "NOT_DESCRIBED",
  PERMISSION_MISSING: "PERMISSION_MISSING",
  ABOVE_LIMIT: "ABOVE_LIMIT",
  LIMIT_UNREADABLE: "LIMIT_UNREADABLE",
});

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && value.trim() !== "";
const own = (value, name) =>
  isObject(value) && Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;
const texts = (value) => [...new Set((Array.isArray(value) ? value : [value]).filter(isText))];

const has = (value, name) =>
  isObject(value) && Object.prototype.hasOwnProperty.call(value, name);

/** Infinity without a limit; NaN, which is larger and smaller than nothing, when it is unreadable. */
function limitIn(value, name) {
  if (!has(value, name)) {
    return Infinity;
  }
  return Number.isSafeInteger(value[name]) && value[name] >= 0 ? value[name] : NaN;
}

function company(alias, entry) {
  // Attributes of the organization may bear the names of our keys, but they are lists of texts: a
  // truth value can only come from the company mapper.
  const described = typeof own(entry, "owner") === "boolean";
  const id = own(entry, "id");
  const permissions = (client) =>
    described ? texts(own(own(own(entry, "resource_access"), client), "roles")) : [];
  const limit = (client, permission) => {
    const access = own(own(entry, "resource_access"), client);
    if (!permissions(client).includes(permission)) {
      return NaN;
    }
    const limits = has(access, "limits") ? access.limits : {};
    return isObject(limits) ? limitIn(limits, permission) : NaN;
  };
  return Object.freeze({
    alias,
    id: isText(id) ? id : null,
    described,
    owner: own(entry, "owner") === true,
    roles: described ? texts(own(entry, "company_roles")) : [],
    permissions,
    limit,
  });
}

/**
 * The companies of the token's person, in the token's order.
 *
 * @param {object} claims claims of a token
 * @param {string} [claimName] set it where Keycloak's organization mapper writes another claim
 * @returns {{alias: string, id: ?string, described: boolean, owner: boolean, roles: string[],
 *   permissions: function(string): string[], limit: function(string, string): number}[]} `described`
 *   is false when the token carries no roles and permissions; `permissions` takes a client id;
 *   `limit` takes a client id and a permission, and gives the largest amount in whole units of the
 *   vendor's currency: Infinity without a limit, NaN when the person does not have the permission or
 *   the limit cannot be read. Compare with `amount <= limit`, which NaN never fulfils
 */
export function companies(claims, claimName = "organization") {
  const claim = own(claims, claimName);
  if (isObject(claim)) {
    return Object.entries(claim)
      .filter(([alias, entry]) => isText(alias) && isObject(entry))
      .map(([alias, entry]) => company(alias, entry));
  }
  return texts(claim).map((alias) => company(alias, {}));
}

/**
 * Why the person may or may not do something: one of the values of Reason.
 *
 * @param {object} claims claims of a token
 * @param {string} client client id of the application that asks
 * @param {string} alias the organization's alias
 * @param {string} permission name of the client role, for example "order.place"
 * @param {string} [claimName] as for companies()
 * @param {number} [amount] what the thing costs, in units of the vendor's currency: is it within the
 *   limit? Without it the limit is not looked at
 * @returns {string}
 * @throws {RangeError} when the amount is not a number or negative
 */
export function reason(claims, client, alias, permission, claimName = "organization", amount) {
  if (amount !== undefined && !(typeof amount === "number" && amount >= 0)) {
    throw new RangeError("the amount is not a number or negative");
  }
  const all = companies(claims, claimName);
  const found = all.find((one) => one.alias === alias);
  if (!found) {
    return all.length === 0 ? Reason.NO_COMPANY : Reason.NOT_A_MEMBER;
  }
  if (!found.described) {
    return Reason.NOT_DESCRIBED;
  }
  if (!found.permissions(client).includes(permission)) {
    return Reason.PERMISSION_MISSING;
  }
  const limit = amount === undefined ? Infinity : found.limit(client, permission);
  if (amount === undefined || amount <= limit) {
    return Reason.GRANTED;
  }
  return Number.isNaN(limit) ? Reason.LIMIT_UNREADABLE : Reason.ABOVE_LIMIT;
}

/**
 * Whether the person may do something; the parameters of reason().
 *
 * @returns {boolean}
 */
export function may(claims, client, alias, permission, claimName = "organization", amount) {
  return reason(claims, client, alias, permission, claimName, amount) === Reason.GRANTED;
}

/** What a person can be asked for: also the name of the claim, and part of the address to redeem. */
export const Kind = Object.freeze({ ORDERING: "ordering", CONFIRMATION: "confirmation" });

const ACTIONS = { ordering: "company-ordering-password", confirmation: "company-confirm-by-mail" };
const METHODS = { ordering: ["password", "exempt", "none"], confirmation: ["mail", "exempt"] };
const OPERATIONS = { ordering: /^[A-Za-z0-9._-]{1,100}$/, confirmation: /^[A-Za-z0-9_-]{1,40}$/ };
const PLAIN = /^[A-Za-z0-9._-]{1,100}$/;
const ID = /^[A-Za-z0-9._-]{1,200}$/;
const LONGEST_REFERENCE = 255;
const LATEST_SECOND = 253402300799; // end of the year 9999
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const matches = (pattern, value) => typeof value === "string" && pattern.test(value);

/** Base64 with padding of a text's UTF-8. Written out: no function for it is in every engine. */
function base64(text) {
  const bytes = [];
  encodeURIComponent(text).replace(/%(..)|[^%]/g, (all, hex) => {
    bytes.push(hex === undefined ? all.charCodeAt(0) : parseInt(hex, 16));
    return "";
  });
  let result = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const three = (bytes[i] << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const letters = [18, 12, 6, 0].map((shift) => BASE64[(three >> shift) & 63]).join("");
    const length = Math.min(bytes.length - i, 3) + 1;
    result += letters.slice(0, length).padEnd(4, "=");
  }
  return result;
}

function isUnicode(text) {
  try {
    encodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * What a person is to confirm. Use the same value to ask (kcAction) and to verify. The reference
 * must name something that cannot change any more, for example a quote with its version.
 *
 * @param {string} reference 1 to 255 characters (UTF-16 code units) that can be seen
 * @param {string} [operation] name of a client role, or a word of yours for a confirmation
 * @param {string} [kind] one of Kind
 * @returns {ProofRequest}
 * @throws {RangeError} when one of them cannot be sent
 */
export function proofRequest(reference, operation = "order.place", kind = Kind.ORDERING) {
  if (kind !== Kind.ORDERING && kind !== Kind.CONFIRMATION) {
    throw new RangeError("the kind is unknown");
  }
  if (!matches(OPERATIONS[kind], operation)) {
    throw new RangeError("the operation has other characters or length");
  }
  if (
    typeof reference !== "string" ||
    reference.trim() === "" ||
    reference.length > LONGEST_REFERENCE
  ) {
    throw new RangeError("the reference is empty or too long");
  }
  if (!isUnicode(reference)) {
    throw new RangeError("the reference is no Unicode");
  }
  // what people confirm they have to see: Keycloak's page refuses the same
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}]/u.test(reference)) {
    throw new RangeError("the reference has characters that nobody sees");
  }
  return Object.freeze({ kind, operation, reference });
}

/**
 * The value of the parameter `kc_action` of the authorization endpoint, not yet encoded for a URL.
 *
 * @param {ProofRequest} request made by proofRequest()
 * @returns {string}
 */
export function kcAction({ kind, operation, reference }) {
  const plain = PLAIN.test(reference)
    ? reference
    : "~" + base64(reference).replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
  if (kind === Kind.CONFIRMATION) {
    return `${ACTIONS[kind]}:${operation}.${plain}`;
  }
  return `${ACTIONS[kind]}:${operation}~${plain}`;
}

/**
 * What the way back says about the step, for the choice of words only: anybody can write it into an
 * address.
 *
 * @param {?string} status the parameter `kc_action_status`
 * @returns {string} SUCCESS, CANCELLED, ERROR or NOT_SAID
 */
export function stepHint(status) {
  return ["success", "cancelled", "error"].includes(status) ? status.toUpperCase() : "NOT_SAID";
}

/**
 * Why a token proves what was asked for, or not; from the furthest off to the right one. The
 * meanings are those of Verification.Reason in the Java library.
 */
export const ProofReason = Object.freeze({
  NONE: "NONE",
  UNREADABLE: "UNREADABLE",
  OTHER_CLIENT: "OTHER_CLIENT",
  OTHER_ORGANIZATION: "OTHER_ORGANIZATION",
  OTHER_OPERATION: "OTHER_OPERATION",
  OTHER_REFERENCE: "OTHER_REFERENCE",
  EXPIRED: "EXPIRED",
  VALID: "VALID",
});

const CLOSENESS = Object.values(ProofReason);

const time = (value) =>
  typeof value === "number" && value >= 0 && value <= LATEST_SECOND ? Math.trunc(value) : null;

function proof(kind, entry) {
  const read = { kind };
  for (const name of ["id", "organization", "client", "operation", "reference", "method"]) {
    read[name] = own(entry, name);
    if (typeof read[name] !== "string" || read[name] === "") {
      return null;
    }
  }
  read.at = time(own(entry, "at"));
  read.exp = time(own(entry, "exp"));
  read.limit = limitIn(entry, "limit");
  const usable = ID.test(read.id) && METHODS[kind].includes(read.method);
  return usable && read.at !== null && read.exp !== null ? Object.freeze(read) : null;
}

function entries(claims, kind) {
  const claim = own(claims, kind);
  if (claim === undefined || claim === null) {
    return [];
  }
  const more = own(claim, "more") ?? [];
  return [claim, ...(Array.isArray(more) ? more : [more])].map((entry) => proof(kind, entry));
}

function fit(found, client, organization, wanted, moment) {
  if (found === null) {
    return ProofReason.UNREADABLE;
  }
  if (found.client !== client) {
    return ProofReason.OTHER_CLIENT;
  }
  if (found.organization !== organization) {
    return ProofReason.OTHER_ORGANIZATION;
  }
  if (found.operation !== wanted.operation) {
    return ProofReason.OTHER_OPERATION;
  }
  if (found.reference !== wanted.reference) {
    return ProofReason.OTHER_REFERENCE;
  }
  return found.exp > moment ? ProofReason.VALID : ProofReason.EXPIRED;
}

/**
 * The proofs in a token that can be read, newest first, whoever they were given to.
 *
 * @param {object} claims claims of a token
 * @param {string} [kind] one of Kind
 * @returns {Proof[]}
 */
export function proofs(claims, kind = Kind.ORDERING) {
  return entries(claims, kind).filter((one) => one !== null);
}

/**
 * Whether the token proves exactly what was asked for, and still does. All is compared exactly.
 *
 * @param {object} claims claims of the token that came with the person's return, its signature
 *   verified
 * @param {string} client your client id; never take it from the token
 * @param {string} organization alias of the company that is acted for
 * @param {ProofRequest} wanted made by proofRequest()
 * @param {number} [now] seconds since 1970
 * @param {number} [clockSkew] seconds that the clocks may differ; not negative
 * @returns {{reason: string, proof: ?Proof}} one of ProofReason; the proof only when it is VALID
 */
export function verify(
  claims,
  client,
  organization,
  wanted,
  now = Date.now() / 1000,
  clockSkew = 0,
) {
  if (!(clockSkew >= 0)) {
    throw new RangeError("clockSkew is negative");
  }
  let closest = ProofReason.NONE;
  for (const found of entries(claims, wanted.kind)) {
    const reason = fit(found, client, organization, wanted, now - clockSkew);
    if (reason === ProofReason.VALID) {
      return { reason, proof: found };
    }
    closest = CLOSENESS.indexOf(reason) > CLOSENESS.indexOf(closest) ? reason : closest;
  }
  return { reason: closest, proof: null };
}

/** What became of a proof that was to be redeemed: go on only when it is REDEEMED. */
export const Outcome = Object.freeze({
  REDEEMED: "REDEEMED",
  ALREADY_REDEEMED: "ALREADY_REDEEMED",
  REFUSED: "REFUSED",
  UNAVAILABLE: "UNAVAILABLE",
});

/** As application/x-www-form-urlencoded. */
const form = (text) =>
  encodeURIComponent(text)
    .replace(/[!'()~]/g, (letter) => "%" + letter.charCodeAt(0).toString(16).toUpperCase())
    .replace(/%20/g, "+");

/**
 * The header `Authorization` of client_secret_basic (RFC 6749, section 2.3.1).
 *
 * @param {string} client client id
 * @param {string} secret its secret: never in a browser, never in a log
 * @returns {string}
 */
export function credentials(client, secret) {
  return "Basic " + base64(form(client) + ":" + form(secret));
}

function parsed(body) {
  try {
    const value = JSON.parse(body);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * Reads Keycloak's answer.
 *
 * @param {Proof} redeemed what was to be redeemed
 * @param {number} status HTTP status
 * @param {string} body as text
 * @returns {{outcome: string, code?: string, user?: string, redeemedAt?: number}} one of Outcome;
 *   `code` is Keycloak's word for a refusal, `user` the claim `sub` of who confirmed
 */
export function redemption(redeemed, status, body) {
  const answer = parsed(body);
  if (status === 200) {
    const same = ["id", "organization", "client", "operation", "reference"].every(
      (name) => own(answer, name) === redeemed[name],
    );
    const user = own(answer, "user");
    const redeemedAt = time(own(answer, "redeemedAt"));
    return same && isText(user) && redeemedAt !== null
      ? { outcome: Outcome.REDEEMED, user, redeemedAt }
      : { outcome: Outcome.UNAVAILABLE };
  }
  if (!(status >= 400 && status < 500) || status === 408 || status === 429) {
    return { outcome: Outcome.UNAVAILABLE };
  }
  const word = own(answer, "error");
  const code = matches(/^[a-z][a-z_]{0,59}$/, word) ? word : `http_${status}`;
  return status === 409 && code === "proof_redeemed"
    ? { outcome: Outcome.ALREADY_REDEEMED }
    : { outcome: Outcome.REFUSED, code };
}

/**
 * Uses up a proof at Keycloak, so that it serves for one order only. For servers: it needs the
 * client's secret. Tries once, follows no redirects, never rejects because of the answer. After
 * UNAVAILABLE nobody knows whether the proof is used up: do not go on, let the person try again.
 *
 * @param {Proof} redeemed a proof that verify() found VALID
 * @param {{issuer: string, client: string, secret: string, timeout?: number,
 *   fetch?: function(string, object): Promise<Response>}} keycloak `issuer` is the realm's address
 *   as this server reaches it; `timeout` in milliseconds, usually 10,000
 * @returns {Promise<{outcome: string, code?: string, user?: string, redeemedAt?: number}>} as
 *   redemption() says it; rejected with a TypeError when issuer, client or secret is missing
 */
export async function redeem(redeemed, keycloak) {
  const { issuer, client, secret, timeout = 10000, fetch = globalThis.fetch } = keycloak;
  if (!isText(issuer) || !isText(client) || !isText(secret)) {
    throw new TypeError("issuer, client or secret is missing");
  }
  try {
    const answer = await fetch(
      `${issuer.replace(/\/+$/, "")}/company/${redeemed.kind}/redeem`,
      {
        method: "POST",
        headers: {
          Authorization: credentials(client, secret),
          Accept: "application/json",
          "Content-Type": "application/x-www-form-urlencoded",
        },
        body: `proof=${form(redeemed.id)}&reference=${form(redeemed.reference)}`,
        redirect: "manual",
        signal: globalThis.AbortSignal?.timeout?.(timeout),
      },
    );
    return redemption(redeemed, answer.status, await answer.text());
  } catch {
    return { outcome: Outcome.UNAVAILABLE };
  }
}
