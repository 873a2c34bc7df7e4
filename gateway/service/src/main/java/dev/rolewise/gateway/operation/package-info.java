/**
 * The public operations: each a path, a method and a small handler that asks a service over the
 * bus.
 */
package dev.rolewise.gateway.operation;
