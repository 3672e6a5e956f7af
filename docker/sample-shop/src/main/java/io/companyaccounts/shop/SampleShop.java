// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.shop;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the shop. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class SampleShop {

  public static void main(String[] arguments) {
    SpringApplication.run(SampleShop.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
