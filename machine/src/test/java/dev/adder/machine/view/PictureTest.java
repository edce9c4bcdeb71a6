package dev.adder.machine.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.adder.machine.Level;
import dev.adder.machine.Machine;
import dev.adder.machine.Machines;
import dev.adder.machine.catalogue.Catalogue;
import dev.adder.machine.catalogue.Entry;
import dev.adder.machine.catalogue.Published;
import dev.adder.machine.discovery.Discovery;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PictureTest {
    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    @Test
    void everyPictureIsWellFormed() throws Exception {
        for (Level level : Level.values()) {
            assertEquals("svg", parse(Picture.svg(Machines.measured(), level)).getDocumentElement().getTagName());
            assertEquals("svg", parse(Picture.svg(Discovery.here(), level)).getDocumentElement().getTagName());
            for (Entry entry : Catalogue.load().entries()) {
                String svg = Picture.svg(Published.machine(entry), level);
                parse(svg);
                assertTrue(!svg.contains("NaN") && !svg.contains("unknown "), entry.id());
            }
        }
    }

    @Test
    void nothingLiesOutsideThePicture() throws Exception {
        Document picture = parse(Picture.svg(Machines.measured(), Level.DETAILED));
        double width = Double.parseDouble(picture.getDocumentElement().getAttribute("width"));
        double height = Double.parseDouble(picture.getDocumentElement().getAttribute("height"));
        var boxes = picture.getElementsByTagName("rect");
        assertTrue(boxes.getLength() > 10);
        for (int i = 0; i < boxes.getLength(); i++) {
            var box = boxes.item(i).getAttributes();
            double x = Double.parseDouble(box.getNamedItem("x").getNodeValue());
            double y = Double.parseDouble(box.getNamedItem("y").getNodeValue());
            assertTrue(x >= 0 && y >= 0
                    && x + Double.parseDouble(box.getNamedItem("width").getNodeValue()) <= width
                    && y + Double.parseDouble(box.getNamedItem("height").getNodeValue()) <= height);
        }
    }

    @Test
    void largerUnitsAreTallerAndWiderConnectionsThicker() throws Exception {
        Document picture = parse(Picture.svg(Machines.measured(), Level.DETAILED));
        double first = 0;
        double last = 0;
        var boxes = picture.getElementsByTagName("rect");
        for (int i = 0; i < boxes.getLength(); i++) {
            String title = boxes.item(i).getTextContent();
            double height = Double.parseDouble(boxes.item(i).getAttributes().getNamedItem("height").getNodeValue());
            first = title.equals("L1d") ? height : first;
            last = title.equals("memory") ? height : last;
        }
        assertTrue(first > 0 && last > first, first + " " + last);
    }

    @Test
    void thePageIsWellFormedAndLoadsNothing() throws Exception {
        Machine machine = Machines.measured();
        String page = Page.html(machine, Level.DETAILED);
        assertTrue(page.contains("Test &lt;CPU&gt; &amp; Co"));
        assertTrue(!page.contains("<script") && !page.contains("src="));
        assertTrue(page.contains("Roofline"));
    }
}
