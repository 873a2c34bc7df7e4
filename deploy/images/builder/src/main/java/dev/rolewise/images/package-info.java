/**
 * Lays out the files of an image, from nothing: what runs is a service's packaged jar and those
 * parts of a JDK and of the machine's C library that it needs, and nothing else is in it.
 */
package dev.rolewise.images;
