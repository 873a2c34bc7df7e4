/**
 * What the suite costs as it runs on servers: processor time, messages, memory and storage of the
 * things that people do, as the page for operators lists them.
 */
package dev.rolewise.bench.capacity;
