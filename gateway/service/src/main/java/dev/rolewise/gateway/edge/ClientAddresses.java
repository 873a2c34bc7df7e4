package dev.rolewise.gateway.edge;

import io.netty.util.NetUtil;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which address a request comes from: the connection's, or, when that is a proxy we trust, the last
 * one in X-Forwarded-For that is not. Nobody is trusted unless named.
 */
public final class ClientAddresses {

  private static final byte[] NOBODY = new byte[4];

  /** One household or phone may use all addresses of its IPv6 network. */
  private static final int NETWORK_BYTES = 8;

  /** Longer chains of proxies are made up. */
  private static final int MOST_HOPS = 16;

  private record Range(byte[] start, int bits) {
    boolean contains(byte[] address) {
      if (address.length != start.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit & 7);
        if (((address[bit >> 3] ^ start[bit >> 3]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Range> trusted;

  private ClientAddresses(List<Range> trusted) {
    this.trusted = trusted;
  }

  /**
   * @param trustedProxies addresses or networks such as {@code 10.0.0.0/8}; empty to trust nobody
   * @throws IllegalArgumentException for what is neither, in a plain sentence
   */
  public static ClientAddresses trusting(List<String> trustedProxies) {
    List<Range> ranges = new ArrayList<>();
    for (String proxy : trustedProxies) {
      ranges.add(range(proxy.strip()));
    }
    return new ClientAddresses(List.copyOf(ranges));
  }

  /** 4 bytes of an IPv4 address or the 8 of an IPv6 network. */
  byte[] of(HttpServerRequest request) {
    byte[] peer =
        request.remoteAddress() == null ? null : bytes(request.remoteAddress().hostAddress());
    if (peer == null) {
      return NOBODY;
    }
    byte[] client = peer;
    if (isTrusted(peer)) {
      String chain = String.join(",", request.headers().getAll("x-forwarded-for"));
      String[] hops = chain.split(",", -1);
      for (int i = hops.length - 1; i >= Math.max(0, hops.length - MOST_HOPS); i--) {
        byte[] hop = bytes(hops[i].strip());
        if (hop == null) {
          break;
        }
        client = hop;
        if (!isTrusted(hop)) {
          break;
        }
      }
    }
    return client.length == 4 ? client : Arrays.copyOf(client, NETWORK_BYTES);
  }

  private boolean isTrusted(byte[] address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static Range range(String text) {
    String[] parts = text.split("/", 2);
    byte[] start = bytes(parts[0]);
    if (start != null) {
      int most = start.length * 8;
      if (parts.length == 1) {
        return new Range(start, most);
      }
      if (parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= most) {
        return new Range(start, Integer.parseInt(parts[1]));
      }
    }
    throw new IllegalArgumentException(
        "Trusted proxy \"" + text + "\" is neither an address nor a network such as 10.0.0.0/8.");
  }

  /** Never asks a name server; IPv4 in IPv6 clothes counts as IPv4. */
  private static byte[] bytes(String text) {
    byte[] address = text == null ? null : NetUtil.createByteArrayFromIpAddressString(text);
    if (address == null || address.length == 4) {
      return address;
    }
    boolean mapped = address[10] == -1 && address[11] == -1;
    for (int i = 0; i < 10; i++) {
      mapped &= address[i] == 0;
    }
    return mapped ? Arrays.copyOfRange(address, 12, 16) : address;
  }
}
