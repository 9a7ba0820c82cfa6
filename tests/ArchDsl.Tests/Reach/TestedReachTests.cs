using ArchDsl.Harness;
using ArchDsl.Manifest;
using ArchDsl.Model;
using ArchDsl.Tests.Fuzzing;

namespace ArchDsl.Tests.Reach;

/// <summary>What the package for tests and the page of <c>archdsl view</c> read from a manifest is what the analysis knows: an invariant and a test never disagree.</summary>
public sealed class TestedReachTests
{
    [Fact]
    public void RandomArchitectures_AreReachedAlike()
    {
        int compared = 0;
        for (int seed = Seed.First; seed < Seed.First + Seed.Count(150, 2_000); seed++)
        {
            SolutionState state = TestProgram.Of(RandomArchitecture.Make(seed).Source("Random"));
            state.MarkupHandling = MarkupMode.None;
            compared += Compare(TestProgram.Declare(state), $"seed {seed}");
        }

        Assert.True(compared > 1_000, $"Only {compared} paths were compared.");
    }

    [Theory]
    [InlineData("PrivateSubnet", "HttpsListener<Tls>")]
    [InlineData("PrivateSubnet", "HttpsListener<Tls>, Ingress(\"203.0.113.0/24\", 443)")]
    [InlineData("IsolatedSubnet", "HttpListener, HttpListener(443, RedirectToHttps = true)")]
    [InlineData("PublicSubnet", "HttpListener(RedirectToHttps = true), HttpsListener<Tls>")]
    public void WaysOverTheInternet_AreReachedAlike(string subnet, string listeners)
    {
        int compared = Compare(
            TestProgram.Declare($$"""
                [Architecture("a")]
                public partial class Shop
                {
                    [Certificate("example.com")] public partial class Tls;
                    [S3(PublicRead = true)] public partial class Images;
                    [Vpc, PublicSubnet] public partial class Edge
                    {
                        [Alb, {{listeners}}, RoutesTo<Api>] public partial class Lb;
                        [Fargate(Image = "i", Port = 8000)] public partial class Api;
                    }
                    [Vpc, VpcEndpoint(AwsService.S3)] public partial class App
                    {
                        [PublicSubnet] public partial class Gateways;
                        [{{subnet}}, Ec2("t3.micro"), Egress(Cidr.Internet, 443), Egress("203.0.113.0/24", 80)] public partial class Worker;
                    }
                }
                """),
            listeners);
        Assert.True(compared > 0);
    }

    // How many paths there are in the analysis.
    private static int Compare(ArchitectureDeclaration declaration, string name)
    {
        int compared = 0;
        IReadOnlyList<AnalyzedArchitecture> stages = AnalyzedArchitecture.InStages(declaration, [], CancellationToken.None);
        if (ManifestBuilder.Build(stages, CancellationToken.None) is not { } manifest)
        {
            return 0;
        }

        foreach ((AnalyzedArchitecture stage, ManifestStage embedded) in stages.Zip(manifest.Stages))
        {
            ReachGraph reach = new(embedded);
            foreach (bool certain in new[] { false, true })
            {
                SpreadQuery query = new() { Permissions = true, AnyRange = true, Outside = true, Certain = certain };
                Compare(null, stage.Reachability.SpreadFromInternet(query));
                foreach (Component from in stage.Topology.Components.Where(static c => c.Role is ComponentRole.Compute or ComponentRole.LoadBalancer))
                {
                    Compare(from, stage.Reachability.SpreadFrom([from], query));
                }

                void Compare(Component? from, Spread spread)
                {
                    foreach (Component to in stage.Topology.Components.Where(to => to != from))
                    {
                        bool known = spread.PathTo(to) is not null;
                        bool tested = reach.Find(from is null ? null : [from.Path.Value], new HashSet<string> { to.Path.Value }, new ReachQuery(new HashSet<string>(), Certain: certain)) is not null;
                        Assert.True(known == tested, $"{name}, stage {stage.Stage}: from {from?.Path.Value ?? "the internet"} to {to.Path}, {(certain ? "certain" : "possible")}: the analysis says {known}, the tests {tested}.");
                        compared += known ? 1 : 0;
                    }
                }
            }
        }

        return compared;
    }
}
