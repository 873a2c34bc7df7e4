/**
 * What a process tells Prometheus about itself. {@link dev.rolewise.runtime.metrics.ObservedVertx}
 * is how every Vert.x is made, {@link dev.rolewise.runtime.metrics.Meters} is where the parts of a
 * service find their meters, {@link dev.rolewise.runtime.metrics.Exposition} is what the management
 * port answers with. Names, units and labels of all of them are listed in {@code
 * deploy/observability/metrics.md}.
 */
package dev.rolewise.runtime.metrics;
