// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.signin;

import io.companyaccounts.shop.signin.SignedOutPage.Because;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What happens when a token cannot be renewed in the middle of a request. */
@ControllerAdvice
final class EndLogin {

  @ExceptionHandler(SignedOutException.class)
  String signedOut(HttpServletRequest request, HttpServletResponse response) {
    new SecurityContextLogoutHandler()
        .logout(request, response, SecurityContextHolder.getContext().getAuthentication());
    return "redirect:" + SignedOutPage.path(Because.ENDED);
  }

  @ExceptionHandler(KeycloakUnreachableException.class)
  @ResponseStatus(HttpStatus.SERVICE_UNAVAILABLE)
  String unreachable() {
    return "unreachable";
  }
}
