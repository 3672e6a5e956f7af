<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${(user.firstName?has_content)?then(msg("companyMailGreetingName", user.firstName!), msg("companyMailGreeting"))}</p>
<p>${msg("companyCodeMailText", company, reference)}</p>
<p><strong>${code}</strong></p>
<p>${msg("companyCodeMailUntil", minutes)}</p>
<p>${msg("companyMailSignature", realmName)}</p>
</@layout.emailLayout>
