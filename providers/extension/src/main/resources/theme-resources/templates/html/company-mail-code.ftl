<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${(user.firstName?has_content)?then(msg("companyMailGreetingName", user.firstName!), msg("companyMailGreeting"))}</p>
<p>${msg("companyCodeMailText", company, reference)}</p>
<p style="font-size: 1.6em; letter-spacing: 0.2em"><strong>${code}</strong></p>
<p>${msg("companyCodeMailUntil", minutes)}</p>
<p>${msg("companyMailSignature", realmName)}</p>
</@layout.emailLayout>
