package dev.rolewise.content.pack;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A pack as a zip file. Nothing of it is ever written to a disk under a name from inside it, and
 * what its table of contents says has to be what is in it: two readers must not see two packs.
 */
public final class PackArchive {
  /** Small archives may become this large at any ratio: text can be very much alike. */
  private static final int FREE_BYTES = 1024 * 1024;

  private static final FileTime EPOCH = FileTime.fromMillis(315_619_200_000L);

  private PackArchive() {}

  /** Whether these bytes begin like a zip file. */
  public static boolean looksLikeOne(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
  }

  /**
   * Reads an archive. One whose files all stand in a single folder is read as that folder.
   *
   * @param name what it is called in messages
   * @throws InvalidPack when it is no zip file or passes a limit
   */
  public static PackFiles read(String name, byte[] archive, PackLimits limits, PackFaults faults) {
    PackIntake intake = new PackIntake(name, limits, faults);
    List<ZipContents.Entry> listed;
    try {
      listed = ZipContents.read(archive, limits.files());
    } catch (IOException unreadable) {
      throw intake.stop(name, "is not a zip file that can be read: " + unreadable.getMessage());
    }
    Set<String> links =
        listed.stream()
            .filter(ZipContents.Entry::link)
            .map(ZipContents.Entry::path)
            .collect(Collectors.toSet());
    List<String> found = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        found.add(entry.getName());
        if (links.contains(entry.getName())) {
          intake.refuse(entry.getName(), "is a link; a pack holds files only");
        } else if (!entry.isDirectory()) {
          intake.take(entry.getName(), in);
          checkRatio(archive, intake, limits, name);
        }
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      throw intake.stop(name, "is not a zip file that can be read: a part of it is damaged");
    }
    if (!found.equals(listed.stream().map(ZipContents.Entry::path).toList())) {
      throw intake.stop(name, "is not a zip file that can be read: its table of contents differs");
    }
    return unwrapped(intake.files());
  }

  private static void checkRatio(
      byte[] archive, PackIntake intake, PackLimits limits, String name) {
    if (intake.total() > FREE_BYTES && intake.total() > (long) limits.ratio() * archive.length) {
      throw intake.stop(name, "unpacks to more than %d times its size".formatted(limits.ratio()));
    }
  }

  /** People zip the folder as often as what is in it. */
  private static PackFiles unwrapped(PackFiles files) {
    Set<String> tops =
        files.content().keySet().stream()
            .map(path -> path.substring(0, path.indexOf('/') + 1))
            .collect(Collectors.toSet());
    if (tops.size() != 1) {
      return files;
    }
    String top = tops.iterator().next();
    if (top.isEmpty() || !files.content().containsKey(top + PackReader.MANIFEST)) {
      return files;
    }
    TreeMap<String, byte[]> content = new TreeMap<>();
    files.content().forEach((path, bytes) -> content.put(path.substring(top.length()), bytes));
    return new PackFiles(files.name(), content);
  }

  /** The same files are the same bytes, whenever and wherever. */
  public static byte[] write(PackFiles files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.content().entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setLastModifiedTime(EPOCH);
        out.putNextEntry(entry);
        out.write(file.getValue());
        out.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
