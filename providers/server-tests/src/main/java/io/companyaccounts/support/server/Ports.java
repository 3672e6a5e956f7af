// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.support.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Finds free TCP ports on the loopback address; never gives out the same one twice. */
public final class Ports {

  /** How far above its bind port a cluster node opens another one to detect failures. */
  private static final int FAILURE_DETECTION_OFFSET = 50_000;

  private static final Set<Integer> GIVEN = new HashSet<>();

  private Ports() {}

  /** A free port below the range from which systems take the ports of outgoing connections. */
  public static int free() {
    return free(20_000, 32_000, 0);
  }

  /** The wanted port if it is free, else another free one. */
  public static synchronized int freeOr(int wanted) {
    return isFree(wanted) && GIVEN.add(wanted) ? wanted : free();
  }

  /** A port for the messages between cluster nodes. */
  static int freeForCluster() {
    return free(10_000, 15_500, FAILURE_DETECTION_OFFSET);
  }

  private static synchronized int free(int from, int to, int offset) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int port = ThreadLocalRandom.current().nextInt(from, to);
      if (!GIVEN.contains(port) && isFree(port) && (offset == 0 || isFree(port + offset))) {
        GIVEN.add(port);
        return port;
      }
    }
    throw new IllegalStateException("No free port between " + from + " and " + to);
  }

  private static boolean isFree(int port) {
    return canBind(InetAddress.getLoopbackAddress(), port) && canBind(null, port);
  }

  private static boolean canBind(@Nullable InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
