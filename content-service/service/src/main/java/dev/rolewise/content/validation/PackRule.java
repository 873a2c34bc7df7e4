package dev.rolewise.content.validation;

import dev.rolewise.content.pack.PackFaults;

/** One thing that has to hold for a pack. */
@FunctionalInterface
interface PackRule {
  /** Reports every place where it does not hold. */
  void check(CheckedPack pack, PackFaults faults);
}
