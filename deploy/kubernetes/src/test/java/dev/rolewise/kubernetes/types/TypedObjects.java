package dev.rolewise.kubernetes.types;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.google.gson.Gson;
import com.google.gson.JsonElement;
import dev.rolewise.kubernetes.manifest.Finding;
import dev.rolewise.kubernetes.manifest.Resource;
import dev.rolewise.kubernetes.rules.Rendered;
import dev.rolewise.kubernetes.rules.Rule;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Every object has a version that clusters serve, and reads without a remainder into the types of
 * two client libraries: each notices mistakes that the other passes over.
 */
public final class TypedObjects implements Rule {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .annotationIntrospector(new WithoutRemainder())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  /** Most objects are the same from one look to the next. */
  private static final Map<Resource, List<Finding>> JUDGED = new ConcurrentHashMap<>();

  /** Unknown fields are what these types usually keep in a map of their own. */
  private static final class WithoutRemainder extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasAnySetter(Annotated annotated) {
      return false;
    }
  }

  @Override
  public List<Finding> judge(Rendered rendered) {
    return rendered.resources().stream()
        .flatMap(resource -> JUDGED.computeIfAbsent(resource, TypedObjects::judge).stream())
        .toList();
  }

  private static List<Finding> judge(Resource resource) {
    Optional<Types> type = Types.of(resource);
    if (type.isEmpty()) {
      return List.of(
          resource.finding("api-version", "is of no version we know: " + resource.apiVersion()));
    }
    JsonElement json = new Gson().toJsonTree(resource.body());
    return Stream.of(
            byFabric8(resource, json, type.get().fabric8()),
            type.get().official().flatMap(official -> byOfficial(resource, json, official)))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Finding> byFabric8(Resource resource, JsonElement json, Class<?> type) {
    try {
      STRICT.readValue(json.toString(), type);
      return Optional.empty();
    } catch (JsonProcessingException unfit) {
      return Optional.of(resource.finding("fabric8-type", unfit.getOriginalMessage()));
    }
  }

  private static Optional<Finding> byOfficial(Resource resource, JsonElement json, Class<?> type) {
    try {
      type.getMethod("validateJsonElement", JsonElement.class).invoke(null, json);
      return Optional.empty();
    } catch (InvocationTargetException unfit) {
      return Optional.of(
          resource.finding("official-type", String.valueOf(unfit.getCause().getMessage())));
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
