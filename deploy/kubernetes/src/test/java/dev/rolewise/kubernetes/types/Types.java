package dev.rolewise.kubernetes.types;

import dev.rolewise.kubernetes.manifest.Resource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1Namespace;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import io.kubernetes.client.openapi.models.V2HorizontalPodAutoscaler;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The versions and kinds of objects we use. All are served by Kubernetes 1.30 and later, the last
 * three where their owners are installed.
 */
enum Types {
  NAMESPACE("v1", Namespace.class, V1Namespace.class),
  SERVICE_ACCOUNT("v1", ServiceAccount.class, V1ServiceAccount.class),
  CONFIG_MAP("v1", ConfigMap.class, V1ConfigMap.class),
  SERVICE("v1", Service.class, V1Service.class),
  DEPLOYMENT("apps/v1", Deployment.class, V1Deployment.class),
  STATEFUL_SET("apps/v1", StatefulSet.class, V1StatefulSet.class),
  JOB("batch/v1", Job.class, V1Job.class),
  AUTOSCALER("autoscaling/v2", HorizontalPodAutoscaler.class, V2HorizontalPodAutoscaler.class),
  BUDGET("policy/v1", PodDisruptionBudget.class, V1PodDisruptionBudget.class),
  NETWORK_POLICY("networking.k8s.io/v1", NetworkPolicy.class, V1NetworkPolicy.class),
  INGRESS("networking.k8s.io/v1", Ingress.class, V1Ingress.class),
  ROUTE("gateway.networking.k8s.io/v1", HTTPRoute.class, null),
  POD_MONITOR("monitoring.coreos.com/v1", PodMonitor.class, null),
  RULES("monitoring.coreos.com/v1", PrometheusRule.class, null);

  private static final Map<String, Types> BY_ID =
      Arrays.stream(values())
          .collect(
              Collectors.toMap(
                  type -> type.apiVersion + "/" + type.fabric8.getSimpleName(), type -> type));

  private final String apiVersion;
  private final Class<?> fabric8;
  private final Class<?> official;

  Types(String apiVersion, Class<?> fabric8, Class<?> official) {
    this.apiVersion = apiVersion;
    this.fabric8 = fabric8;
    this.official = official;
  }

  static Optional<Types> of(Resource resource) {
    return Optional.ofNullable(BY_ID.get(resource.apiVersion() + "/" + resource.kind()));
  }

  Class<?> fabric8() {
    return fabric8;
  }

  /** Empty for what is not part of Kubernetes itself. */
  Optional<Class<?>> official() {
    return Optional.ofNullable(official);
  }
}
