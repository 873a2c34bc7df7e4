/** What a request says: its language, its secret and its body, read once at the edge. */
package dev.rolewise.gateway.request;
