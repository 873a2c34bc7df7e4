/** Public documents, kept as finished bytes until something else is published. */
package dev.rolewise.gateway.content;
