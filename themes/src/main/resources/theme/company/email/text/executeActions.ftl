<#ftl output_format="plainText">
<#import "template.ftl" as layout>
<#assign requiredActionsText><#if requiredActions??><#list requiredActions as action>${msg("requiredAction.${action}")}<#sep>, </#list></#if></#assign>
<@layout.emailLayout>
${msg("executeActionsBody", link, linkExpiration, realmName, requiredActionsText, linkExpirationFormatter(linkExpiration))}
</@layout.emailLayout>
