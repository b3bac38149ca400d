package org.rongyi.city.portal.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// What the city says of itself.
@Controller
class AboutPages {
    @GetMapping("/about/{subject}")
    String about(@PathVariable String subject) {
        return switch (subject) {
            case "accessibility" -> "jte:portal/about-accessibility";
            case "personal-information" -> "jte:portal/about-personal-information";
            case "data" -> "jte:portal/about-data";
            case "source" -> "jte:portal/about-source";
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }
}
