<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- What all pages of a step share. -->
<#macro facts>
    <#if companyStepAgain>
        <p id="company-step-again" role="status">${msg("companyStepOnceMore")}</p>
    </#if>
    <dl id="company-step-facts">
        <#if companyStep.company?has_content>
            <dt>${msg("companyStepCompany")}</dt>
            <dd id="company-step-company">${companyStep.company}</dd>
        </#if>
        <dt>${msg("companyStepReference")}</dt>
        <dd id="company-step-reference">${companyStep.reference}</dd>
        <dt>${msg("companyStepPerson")}</dt>
        <dd id="company-step-person">${companyStep.person}</dd>
    </dl>
    <#if companyStep.choices?has_content>
        <fieldset id="company-step-choices" class="${properties.kcFormGroupClass!}">
            <legend>${msg("companyStepChoose")}</legend>
            <#list companyStep.choices as choice>
                <div>
                    <input type="radio" id="company-${choice.id}" name="company" value="${choice.id}" required <#if choice.chosen>checked</#if> />
                    <label for="company-${choice.id}">${choice.name}</label>
                </div>
            </#list>
        </fieldset>
    </#if>
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
<#macro cancel>
    <#if isAppInitiatedAction??>
        <button id="company-step-cancel" type="submit" name="cancel-aia" value="1" formnovalidate class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyStepCancel")}</button>
    </#if>
</#macro>
