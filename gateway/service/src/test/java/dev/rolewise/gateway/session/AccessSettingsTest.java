package dev.rolewise.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.rolewise.gateway.GatewaySettings;
import dev.rolewise.runtime.config.ConfigurationFaults;
import dev.rolewise.runtime.config.Settings;
import dev.rolewise.runtime.config.Settings.Layer;
import dev.rolewise.runtime.config.Settings.Layer.Spelling;
import dev.rolewise.runtime.config.SettingsReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {
  private static final Map<String, String> COMPLETE =
      Map.of(
          "access.mode", "oidc",
          "access.oidc.issuer", "https://sign-in.example/realms/house/",
          "access.oidc.client-id", "rolewise",
          "access.oidc.client-secret", "hush",
          "public-url", "https://rolewise.example");

  @Test
  void linksAreTheDefaultAndNeedNothing() {
    AccessSettings access = read(Map.of()).access();
    assertEquals(AccessMode.LINKS, access.mode());
    assertTrue(access.issuer().isEmpty());
  }

  @Test
  void aCompleteSettingIsReadAndItsSecretNotPrinted() {
    AccessSettings access = read(COMPLETE).access();
    assertEquals(AccessMode.OIDC, access.mode());
    IssuerSettings issuer = access.issuer().orElseThrow();
    assertEquals("https://sign-in.example/realms/house", issuer.address().toString());
    assertEquals(List.of("openid"), issuer.scopes());
    assertEquals(30, access.idle().toMinutes());
    assertEquals(12, access.absolute().toHours());
    assertFalse(access.toString().contains("hush"));
  }

  @Test
  void whatIsMissingIsSaidAllAtOnce() {
    String faults = faults(Map.of("access.mode", "both"));
    for (String key :
        List.of(
            "access.oidc.issuer must be set",
            "access.oidc.client-id must be set",
            "access.oidc.client-secret must be set",
            "public-url must begin with https")) {
      assertTrue(faults.contains(key), faults);
    }
  }

  @Test
  void plainHttpIsForThisMachineOnly() {
    for (String host : List.of("localhost:8080", "127.0.0.1:8080", "[::1]:8080")) {
      read(with("public-url", "http://" + host));
      read(with("access.oidc.issuer", "http://" + host + "/realms/house"));
    }
    for (String host :
        List.of(
            "192.168.1.20:8080", "rolewise.example", "localhost.example", "127.0.0.1.example")) {
      assertTrue(faults(with("public-url", "http://" + host)).contains("https"), host);
      assertTrue(faults(with("access.oidc.issuer", "http://" + host)).contains("https"), host);
    }
    Map<String, String> unnamed = new HashMap<>(COMPLETE);
    unnamed.remove("public-url");
    assertTrue(faults(unnamed).contains("public-url"));
    unnamed.put("http.host", "127.0.0.1");
    read(unnamed);
  }

  @Test
  void scopesNeedOpenid() {
    assertTrue(faults(with("access.oidc.scopes", "email")).contains("openid"));
  }

  private static Map<String, String> with(String key, String value) {
    Map<String, String> values = new HashMap<>(COMPLETE);
    values.put(key, value);
    return values;
  }

  private static GatewaySettings read(Map<String, String> values) {
    SettingsReader reader =
        new SettingsReader(new Settings(List.of(Layer.of("the test", Spelling.DOTTED, values))));
    GatewaySettings settings = GatewaySettings.read(reader);
    return reader.finish(() -> settings);
  }

  private static String faults(Map<String, String> values) {
    return assertThrows(ConfigurationFaults.class, () -> read(values)).getMessage();
  }
}
