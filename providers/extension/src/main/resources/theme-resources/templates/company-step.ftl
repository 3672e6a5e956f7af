<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- What all pages of a step share. -->
<#-- Themes with PatternFly 5 draw the frame around a field, older ones draw it at the field itself. -->
<#assign framed = (properties.kcInputHelperTextClass!)?has_content>
<#macro style>
    <link rel="stylesheet" href="${url.resourcesPath}/css/company-step.css" />
</#macro>
<#macro facts>
    <#if companyStepAgain>
        <p id="company-step-again" class="company-step-text" role="status">${msg("companyStepOnceMore")}</p>
    </#if>
    <dl id="company-step-facts" class="company-step-facts">
        <#if companyStep.company?has_content>
            <dt>${msg("companyStepCompany")}</dt>
            <dd id="company-step-company">${companyStep.company}</dd>
        </#if>
        <dt>${msg("companyStepOperation")}</dt>
        <dd id="company-step-operation">${advancedMsg(companyStep.operation)}</dd>
        <dt>${msg("companyStepReference")}</dt>
        <dd id="company-step-reference">${companyStep.reference}</dd>
        <dt>${msg("companyStepPerson")}</dt>
        <dd id="company-step-person">${companyStep.person}</dd>
    </dl>
    <#if companyStep.choices?has_content>
        <fieldset id="company-step-choices" class="company-step-choices">
            <legend>${msg("companyStepChoose")}</legend>
            <#list companyStep.choices as choice>
                <div class="company-step-choice">
                    <input type="radio" id="company-${choice.id}" name="company" value="${choice.id}" required <#if choice.chosen>checked</#if> <#if choice?is_first && !companyStep.chosen>autofocus</#if> />
                    <label for="company-${choice.id}">${choice.name}</label>
                </div>
            </#list>
        </fieldset>
    </#if>
</#macro>
<#-- A field with its label, for a password or for the digits of a code. -->
<#macro field name label kind most described>
    <#local bad = messagesPerField.existsError(name)>
    <div class="${properties.kcFormGroupClass!}">
        <div class="${properties.kcFormGroupLabelClass!properties.kcLabelWrapperClass!}">
            <label for="${name}" class="${properties.kcFormLabelClass!properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${label}</span></label>
        </div>
        <div class="${properties.kcInputWrapperClass!}">
            <span class="<#if framed>${properties.kcInputClass!} <#if bad>${properties.kcError!}</#if></#if>">
                <#-- "one-time-code" keeps password managers from filling in, or saving over, the person's own password -->
                <input id="${name}" name="${name}" type="${kind}" autocomplete="one-time-code" required aria-invalid="${bad?c}" aria-describedby="${described}" <#if !framed>class="${properties.kcInputClass!}"</#if> <#if !companyStep.choices?has_content || companyStep.chosen>autofocus</#if> maxlength="${most?c}" <#if kind = "password">spellcheck="false"<#else>inputmode="numeric"</#if> />
            </span>
            <@help name=name/>
        </div>
    </div>
</#macro>
<#macro help name>
    <div id="company-step-help" class="${properties.kcFormHelperTextClass!}" aria-live="polite">
        <#if messagesPerField.existsError(name)>
            <div class="${properties.kcInputHelperTextClass!}">
                <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
                    <span id="company-step-error" class="${properties.kcInputErrorMessageClass!}">${messagesPerField.get(name)}</span>
                </div>
            </div>
        </#if>
        <#if companyTriesLeft?? && companyTriesLeft gt 0>
            <div class="${properties.kcInputHelperTextClass!}">
                <div class="${properties.kcInputHelperTextItemClass!}">
                    <span id="company-step-tries" class="${properties.kcInputHelperTextItemTextClass!}">${(companyTriesLeft == 1)?then(msg("companyStepLastTry"), msg("companyStepTriesLeft", companyTriesLeft?c))}</span>
                </div>
            </div>
        </#if>
    </div>
</#macro>
<#-- The buttons; the first one is what Enter in the field presses. -->
<#macro actions>
    <div class="company-step-actions">
        <#nested>
        <#if isAppInitiatedAction??>
            <@button id="company-step-cancel" name="cancel-aia" label=msg("companyStepCancel") primary=false unchecked=true/>
        </#if>
    </div>
</#macro>
<#macro button id name label primary=true unchecked=false focused=false>
    <button id="${id}" type="submit" name="${name}" value="1" class="${properties.kcButtonClass!} <#if primary>${properties.kcButtonPrimaryClass!}<#else>${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}</#if> ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" <#if unchecked>formnovalidate</#if> <#if focused>autofocus</#if>>${label}</button>
</#macro>
