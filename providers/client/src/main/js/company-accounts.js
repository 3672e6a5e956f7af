// SPDX-License-Identifier: Apache-2.0
/**
 * Reads companies, roles and permissions from the claims of a token, as the Java classes of
 * company-accounts-client do. No dependencies, no build; for browsers and servers.
 *
 * The claims are JSON values (an object, as JSON.parse gives it). In a browser the answers are for
 * showing and hiding only: the server decides, on claims whose signature it has verified. Whatever
 * the claims hold, nothing here throws: what cannot be understood grants nothing.
 */

/**
 * Why something is allowed or denied.
 * NO_COMPANY: the token names no company. NOT_A_MEMBER: not this one. NOT_DESCRIBED: it names the
 * company without permissions, since scope `company` was not requested. PERMISSION_MISSING: no role
 * contains it.
 */
export const Reason = Object.freeze({
  GRANTED: "GRANTED",
  NO_COMPANY: "NO_COMPANY",
  NOT_A_MEMBER: "NOT_A_MEMBER",
  NOT_DESCRIBED: "NOT_DESCRIBED",
  PERMISSION_MISSING: "PERMISSION_MISSING",
});

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string" && value.trim() !== "";
const own = (value, name) =>
  isObject(value) && Object.prototype.hasOwnProperty.call(value, name) ? value[name] : undefined;
const texts = (value) => [...new Set((Array.isArray(value) ? value : [value]).filter(isText))];

function company(alias, entry) {
  // Attributes of the organization may bear the names of our keys, but they are lists of texts: a
  // truth value can only come from the company mapper.
  const described = typeof own(entry, "owner") === "boolean";
  const id = own(entry, "id");
  return Object.freeze({
    alias,
    id: isText(id) ? id : null,
    described,
    owner: own(entry, "owner") === true,
    roles: described ? texts(own(entry, "company_roles")) : [],
    permissions: (client) =>
      described ? texts(own(own(own(entry, "resource_access"), client), "roles")) : [],
  });
}

/**
 * The companies of the token's person, in the token's order.
 *
 * @param {object} claims claims of a token
 * @param {string} [claimName] set it where Keycloak's organization mapper writes another claim
 * @returns {{alias: string, id: ?string, described: boolean, owner: boolean, roles: string[],
 *   permissions: function(string): string[]}[]} `described` is false when the token carries no roles
 *   and permissions; `permissions` takes a client id
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
 * @returns {string}
 */
export function reason(claims, client, alias, permission, claimName = "organization") {
  const all = companies(claims, claimName);
  const found = all.find((one) => one.alias === alias);
  if (!found) {
    return all.length === 0 ? Reason.NO_COMPANY : Reason.NOT_A_MEMBER;
  }
  if (!found.described) {
    return Reason.NOT_DESCRIBED;
  }
  return found.permissions(client).includes(permission) ? Reason.GRANTED : Reason.PERMISSION_MISSING;
}

/**
 * Whether the person may do something; the parameters of reason().
 *
 * @returns {boolean}
 */
export function may(claims, client, alias, permission, claimName = "organization") {
  return reason(claims, client, alias, permission, claimName) === Reason.GRANTED;
}
