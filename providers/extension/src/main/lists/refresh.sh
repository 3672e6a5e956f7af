#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Fetches the newest lists of free-mail and throw-away providers and of role names from npm and
# writes them as plain text for the extension. Needs npm and node. Ours are the files *-more.txt:
# they are added to these and written by hand.
set -eu
to="$(cd "$(dirname "$0")/../resources/META-INF/company/email" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent free-email-domains disposable-email-domains-js role-based-email-addresses >/dev/null
for archive in *.tgz; do
  mkdir "${archive%.tgz}" && tar xzf "$archive" -C "${archive%.tgz}"
done
cat >write.js <<'JS'
const fs = require('fs');
const [to] = process.argv.slice(2);
const folder = (name) => fs.readdirSync('.').find((each) => each.startsWith(name) && !each.endsWith('.tgz'));
function write(file, name, licence, values, fits) {
  const path = `./${folder(name)}/package`;
  const version = JSON.parse(fs.readFileSync(`${path}/package.json`)).version;
  const found = JSON.parse(fs.readFileSync(`${path}/package.json`)).license;
  if (found !== licence) throw new Error(`${name} is now licensed ${found}, not ${licence}`);
  const lines = [...new Set(values(path).map((each) => each.trim().toLowerCase()))].filter((each) => fits.test(each)).sort();
  if (lines.length < 200) throw new Error(`${name} holds only ${lines.length} lines`);
  fs.writeFileSync(`${to}/${file}`, `# From the npm package ${name} ${version}, licence ${licence}.\n${lines.join('\n')}\n`);
  console.log(`${file}: ${lines.length} from ${name} ${version}`);
}
const domain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;
write('free-mail.txt', 'free-email-domains', 'MIT', (path) => require(`${path}/domains.json`), domain);
write('throw-away.txt', 'disposable-email-domains-js', 'CC0-1.0',
  (path) => require(`${path}/dist/dict/disposable_email_blocklist.json`), domain);
write('role-names.txt', 'role-based-email-addresses', 'MIT', (path) => {
  const all = require(`${path}/src/index.js`);
  const lists = Array.isArray(all) ? all : Object.values(all).flat(2);
  return lists.filter((each) => typeof each === 'string');
}, /^[a-z0-9._-]+$/);
JS
node write.js "$to"
{
  echo "The lists in this folder come from npm packages. Their licences:"
  for name in free-email-domains role-based-email-addresses; do
    echo
    echo "== $name"
    echo
    cat "$name"-*/package/LICENSE*
  done
  echo
  echo "== disposable-email-domains-js"
  echo
  echo "CC0 1.0 Universal: dedicated to the public domain."
} >"$to/LICENSES.txt"
