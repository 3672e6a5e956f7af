// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void noPortIsGivenTwice() {
    Set<Integer> ports = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      assertThat(ports.add(Ports.free())).isTrue();
    }
  }

  @Test
  void aWantedPortThatIsTakenIsReplaced() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(Ports.freeOr(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
    }
  }

  @Test
  void aWantedPortIsGivenOnce() {
    int wanted = Ports.free();
    assertThat(Ports.freeOr(wanted)).isNotEqualTo(wanted);
  }

  @Test
  void aClusterPortLeavesRoomForTheOneAboveIt() {
    assertThat(Ports.freeForCluster() + 50_000).isLessThan(65_536);
  }
}
