package dev.rolewise.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.runtime.fault.StartFault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AddressTest {

  @Test
  void aLocalAddressIsForThisMachineOnly() {
    Address address = Address.of("127.0.0.1", 0, Optional.empty());
    assertTrue(address.port() > 0);
    assertEquals("http://localhost:" + address.port(), address.local().toString());
    assertEquals(address.local(), address.published());
    assertFalse(address.open());
  }

  @Test
  void linksCarryTheAddressThatWasAskedFor() {
    Address address =
        Address.of("0.0.0.0", 0, Optional.of(URI.create("https://rolewise.example/")));
    assertEquals("https://rolewise.example", address.published().toString());
    assertEquals("http://localhost:" + address.port(), address.local().toString());
    assertTrue(address.open());
  }

  @Test
  void anAddressOfAnotherMachineIsRefused() {
    // reserved for documentation, so nobody has it
    StartFault fault =
        assertThrows(StartFault.class, () -> Address.of("192.0.2.1", 0, Optional.empty()));
    assertTrue(fault.getMessage().contains("--host"), fault.getMessage());
  }

  @Test
  void dataLiveWhereTheUserKeepsData() {
    assertEquals(Path.of("/x/rolewise"), DataHome.own(Map.of("XDG_DATA_HOME", "/x"), "/folk/u"));
    assertEquals(
        Path.of("/folk/u/.local/share/rolewise"),
        DataHome.own(Map.of("XDG_DATA_HOME", "relative"), "/folk/u"));
    assertEquals(Path.of("/folk/u/.local/share/rolewise"), DataHome.own(Map.of(), "/folk/u"));
  }
}
