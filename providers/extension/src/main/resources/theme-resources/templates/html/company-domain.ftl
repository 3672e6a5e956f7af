<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${(user.firstName?has_content)?then(msg("companyMailGreetingName", user.firstName!), msg("companyMailGreeting"))}</p>
<p>${msg(textKey, company, domain, until)}</p>
<p>${msg("companyDomainMailName")}<br><code>${recordName}</code></p>
<p>${msg("companyDomainMailValue")}<br><code>${recordValue}</code></p>
<p>${msg("companyMailSignature", realmName)}</p>
</@layout.emailLayout>
