<#ftl output_format="plainText">
<#-- SPDX-License-Identifier: Apache-2.0 -->
${(user.firstName?has_content)?then(msg("companyMailGreetingName", user.firstName!), msg("companyMailGreeting"))}

${msg(textKey, company, domain, until)}

${msg("companyDomainMailName")}
${recordName}

${msg("companyDomainMailValue")}
${recordValue}

${msg("companyMailSignature", realmName)}
