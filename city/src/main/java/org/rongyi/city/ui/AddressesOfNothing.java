package org.rongyi.city.ui;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/// `/imports/abc`, where imports have numbers, is an address at which there is nothing: no faulty form.
@ControllerAdvice
class AddressesOfNothing {
    @ExceptionHandler
    void notFound(MethodArgumentTypeMismatchException mismatch, HttpServletResponse response) throws IOException {
        boolean inPath = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        response.sendError((inPath ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST).value());
    }
}
