<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${(user.firstName?has_content)?then(msg("companyMailGreetingName", user.firstName!), msg("companyMailGreeting"))}</p>
<p>${msg(textKey, company, person!"", day!"")}</p>
<p>${msg("companyMailSignature", realmName)}</p>
</@layout.emailLayout>
