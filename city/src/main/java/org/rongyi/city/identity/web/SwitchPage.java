package org.rongyi.city.identity.web;

import org.springframework.stereotype.Controller;

/// Where a person chooses for which firm to act.
@Controller
class SwitchPage {
    static final String PATH = "/identity/switch";
}
