// Imports files as Gephi does and prints what its graph then holds, a line of JSON for each node and edge.
//   java -cp gephi-toolkit-all.jar GephiContents.java FILE…
import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Interval;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class GephiContents {
    static String quoted(String text) {
        if (text == null) return "null";
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') out.append('\\').append(c);
            else if (c < ' ') out.append(String.format("\\u%04x", (int) c));
            else out.append(c);
        }
        return out.append('"').toString();
    }

    static String json(Object value) {
        if (value == null) return "null";
        if (value instanceof Number) return value.toString();
        if (value instanceof String[]) {
            return Arrays.stream((String[]) value).map(GephiContents::quoted).collect(Collectors.joining(",", "[", "]"));
        }
        return quoted(value.toString());
    }

    static String attributes(Element element, Table table) {
        StringBuilder out = new StringBuilder();
        for (Column column : table) {
            if (element.getAttribute(column) == null || column.getId().equals("timeset")) continue;
            out.append(',').append(quoted(column.isProperty() ? column.getId() : column.getTitle())).append(':').append(json(element.getAttribute(column)));
        }
        return out.toString();
    }

    static String days(Edge edge) {
        Interval[] intervals = edge.getIntervals();
        if (intervals == null || intervals.length == 0) return "";
        return ",\"low\":" + json(Double.toString(intervals[0].getLow())) + ",\"high\":" +
               json(Double.toString(intervals[0].getHigh()));
    }

    static void print(File file) throws Exception {
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        projects.newProject();
        ImportController importer = Lookup.getDefault().lookup(ImportController.class);
        Container container = importer.importFile(file);
        container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
        importer.process(container, new DefaultProcessor(), projects.getCurrentWorkspace());
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel();
        System.out.println("{\"file\":" + quoted(file.getName()) + ",\"dynamic\":" + model.isDynamic() +
                           ",\"edgeTypes\":" + (model.getEdgeTypeCount() - 1) + "}");
        for (Node node : model.getGraph().getNodes()) {
            System.out.println("{\"node\":1" + attributes(node, model.getNodeTable()) + "}");
        }
        for (Edge edge : model.getGraph().getEdges()) {
            System.out.println("{\"edge\":1,\"source\":" + json(edge.getSource().getId()) + ",\"target\":" +
                               json(edge.getTarget().getId()) + days(edge) + attributes(edge, model.getEdgeTable()) + "}");
        }
    }

    public static void main(String[] files) throws Exception {
        for (String file : files) print(new File(file));
        System.exit(0);
    }
}
