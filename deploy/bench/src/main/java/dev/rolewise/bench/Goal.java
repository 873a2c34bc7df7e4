package dev.rolewise.bench;

import java.util.List;

/** Something of the page of goals that can be measured by itself. */
public interface Goal {

  /** What its rows are called, such as P5 and P5b. */
  List<String> names();

  /** Measures it beside its yardstick. */
  List<Row> measure(Lab lab) throws Exception;
}
