using ArchDsl.Model;
using FsCheck;
using FsCheck.Fluent;

namespace ArchDsl.Tests.Model;

public sealed class OrderingTests
{
    // For each node, the nodes that it depends on.
    private static readonly Gen<int[][]> Graphs =
        from count in Gen.Choose(0, 8)
        from edges in (count == 0 ? Gen.Constant<int[]>([]) : Gen.Choose(0, count - 1).ArrayOf(3)).ArrayOf(count)
        select edges;

    [Fact]
    public void EveryNode_ComesOnce() => Graphs.Check(static graph =>
        Assert.Equal(Enumerable.Range(0, graph.Length).Select(Path).Order(), Order(graph).Order()), 1000);

    [Fact]
    public void Dependencies_ComeFirst() => Graphs.Check(static graph =>
    {
        // Edges to smaller numbers alone form no circle.
        int[][] acyclic = [.. graph.Select(static (targets, node) => targets.Where(t => t < node).ToArray())];
        List<NodePath> order = Order(acyclic);
        for (int node = 0; node < acyclic.Length; node++)
        {
            Assert.All(acyclic[node], target => Assert.True(order.IndexOf(Path(target)) < order.IndexOf(Path(node))));
        }
    }, 1000);

    [Fact]
    public void Order_DependsOnNoOrderOfDependencies() => Graphs.Check(static graph =>
        Assert.Equal(Order(graph), Order([.. graph.Select(static targets => targets.Reverse().ToArray())])));

    [Fact]
    public void LongChains_AreNoRecursion()
    {
        int[][] chain = [.. Enumerable.Range(0, 100_000).Select(static i => i == 99_999 ? Array.Empty<int>() : [i + 1])];

        Assert.Equal(Path(99_999), Order(chain)[0]);
    }

    private static List<NodePath> Order(int[][] graph) => Ordering.DependenciesFirst(
        Enumerable.Range(0, graph.Length).Select(Path),
        path => graph[int.Parse(path.Value, System.Globalization.CultureInfo.InvariantCulture)].Select(Path));

    private static NodePath Path(int number) => new(number.ToString("d6", System.Globalization.CultureInfo.InvariantCulture));
}
