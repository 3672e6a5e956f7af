<#ftl output_format="plainText">
<#-- SPDX-License-Identifier: Apache-2.0 -->
${(user.firstName?has_content)?then(msg("companyMailGreetingName", user.firstName!), msg("companyMailGreeting"))}

${msg("companyCodeMailText", company, reference)}

${code}

${msg("companyCodeMailUntil", minutes)}

${msg("companyMailSignature", realmName)}
