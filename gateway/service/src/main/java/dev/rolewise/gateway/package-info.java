/** The HTTP edge: public operations, the front end's files, and the limits of both. */
package dev.rolewise.gateway;
