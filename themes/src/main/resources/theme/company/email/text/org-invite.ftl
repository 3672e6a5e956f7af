<#ftl output_format="plainText">
<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Not sanitized as in the parent theme: that writes HTML entities into the text, and the link does not work any more. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<#if firstName?? && lastName??>
${msg("orgInviteBodyPersonalized", link, linkExpiration, realmName, organization.name, linkExpirationFormatter(linkExpiration), firstName, lastName)}
<#else>
${msg("orgInviteBody", link, linkExpiration, realmName, organization.name, linkExpirationFormatter(linkExpiration))}
</#if>
</@layout.emailLayout>
