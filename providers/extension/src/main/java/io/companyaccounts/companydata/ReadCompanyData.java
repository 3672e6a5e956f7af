// SPDX-License-Identifier: Apache-2.0
package io.companyaccounts.companydata;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.companyaccounts.companydata.CompanyData.OrganizationData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file strictly: knows every field, takes nothing twice, and names all that is wrong. */
final class ReadCompanyData {

  private final ItemErrors errors = new ItemErrors();
  private final List<OrganizationData> organizations = new ArrayList<>();
  private final Set<String> aliases = new HashSet<>();
  private @Nullable Integer format;
  private boolean listed;

  private ReadCompanyData() {}

  /**
   * @param data what could be read; not whole if there are errors
   */
  record Reading(CompanyData data, ItemErrors errors) {}

  static Reading read(byte[] json) {
    ReadCompanyData reader = new ReadCompanyData();
    try (ItemParser items = new ItemParser(json, reader.errors)) {
      if (!items.start()) {
        reader.errors.add("", "invalid_json", "There is nothing in it.");
      } else {
        reader.file(items);
      }
      if (!items.isAtEnd()) {
        reader.errors.add("", "invalid_json", "Something follows behind the end of the object.");
      }
    } catch (JsonProcessingException e) {
      reader.errors.add("", "invalid_json", "This is not valid JSON" + place(e.getLocation()));
    } catch (IOException e) {
      reader.errors.add("", "invalid_json", "This is not JSON in UTF-8.");
    }
    return new Reading(new CompanyData(List.copyOf(reader.organizations)), reader.errors());
  }

  /** A later format is told once, not as a hundred unknown fields. */
  private ItemErrors errors() {
    if (format == null || format == CompanyData.FORMAT) {
      return errors;
    }
    ItemErrors only = new ItemErrors();
    only.add(
        "format",
        "unsupported_format",
        "This version reads the format " + CompanyData.FORMAT + " only.");
    return only;
  }

  private void file(ItemParser items) throws IOException {
    boolean isObject =
        items.object(
            "",
            (name, path) -> {
              switch (name) {
                case "format" -> format = items.wholeNumber(path);
                case "organizations" -> {
                  listed = true;
                  items.list(path, (index, at) -> organization(items, index, at));
                }
                default -> {
                  return false;
                }
              }
              return true;
            });
    if (isObject && format == null) {
      errors.add(
          "format", ReadOrganization.REQUIRED, "Say \"format\": " + CompanyData.FORMAT + ".");
    }
    if (isObject && !listed) {
      errors.add(
          "organizations", ReadOrganization.REQUIRED, "The list of organizations is missing.");
    }
  }

  private void organization(ItemParser items, int index, String path) throws IOException {
    OrganizationData organization = new ReadOrganization(items, errors, index).read(path);
    if (organization == null) {
      return;
    }
    if (aliases.add(organization.alias())) {
      organizations.add(organization);
    } else {
      errors.add(path, ReadOrganization.DUPLICATE, "This organization is listed before.");
    }
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? "."
        : ", from line " + location.getLineNr() + ", column " + location.getColumnNr() + " on.";
  }
}
