// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop.access;

import io.companyaccounts.client.Decision;
import io.companyaccounts.shop.signin.AccessTokens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives pages their {@link Visitor} or {@link Buyer}. A page that takes a buyer cannot be reached
 * by anybody but members of the company in its address, and one that changes something always sees
 * a token of this moment.
 */
@Configuration(proxyBeanMethods = false)
class VisitorArguments implements WebMvcConfigurer, HandlerMethodArgumentResolver {

  // Attributes of the request, which templates read like the model: pages for errors have them too.
  private static final String VISITOR = "visitor";
  private static final String BUYER = "buyer";
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final AccessTokens tokens;

  VisitorArguments(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    Class<?> type = parameter.getParameterType();
    return type == Visitor.class || type == Buyer.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer page,
      NativeWebRequest exchange,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request =
        Objects.requireNonNull(exchange.getNativeRequest(HttpServletRequest.class));
    HttpServletResponse response =
        Objects.requireNonNull(exchange.getNativeResponse(HttpServletResponse.class));
    Visitor visitor = visitor(request, response);
    request.setAttribute(VISITOR, visitor);
    if (parameter.getParameterType() == Visitor.class) {
      return visitor;
    }
    Buyer buyer = visitor.in(company(request));
    Decision member = buyer.isMember();
    if (member.denied()) {
      throw new RefusedException(member);
    }
    request.setAttribute(BUYER, buyer);
    LastCompany.remember(request.getSession(), buyer.company());
    return buyer;
  }

  private Visitor visitor(HttpServletRequest request, HttpServletResponse response) {
    if (!(request.getUserPrincipal() instanceof Authentication login)
        || !(login.getPrincipal() instanceof OidcUser user)) {
      throw new IllegalStateException("a page for visitors is open to strangers");
    }
    Jwt token =
        READING.contains(request.getMethod())
            ? tokens.current(login, request, response)
            : tokens.renewed(login, request, response);
    return Visitor.of(person(user), token);
  }

  private static Person person(OidcUser user) {
    String name = user.getFullName() == null ? user.getPreferredUsername() : user.getFullName();
    return new Person(user.getSubject(), name == null ? user.getSubject() : name);
  }

  private static String company(HttpServletRequest request) {
    Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> path && path.get("company") instanceof String alias
        ? alias
        : "";
  }
}
