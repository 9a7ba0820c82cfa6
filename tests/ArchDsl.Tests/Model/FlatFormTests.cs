using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ArchDsl.Model;

namespace ArchDsl.Tests.Model;

/// <summary>Several attributes on one class mean what nesting them means, but for the paths.</summary>
public sealed partial class FlatFormTests
{
    private static readonly JsonSerializerOptions WithoutPaths = new() { Converters = { new Nothing<NodePath>(), new Nothing<Origin>() } };

    [Theory]
    [InlineData("Vpc(NatGateways = 1)", "PublicSubnet", "Alb(\"a\"), HttpListener(8080)")]
    [InlineData("Vpc", "PublicSubnet", "Alb, HttpListener, Ingress(\"10.0.0.0/8\", 80)")]
    [InlineData("Vpc", "PrivateSubnet", "Rds(Public = false), Removal(Removal.Destroy)")]
    [InlineData("Vpc(AvailabilityZones = 3), Tag(\"a\", \"b\")", "PublicSubnet(\"10.0.1.0/24\", \"10.0.2.0/24\", \"10.0.3.0/24\")", "Ec2(\"t4g.small\"), Egress(Cidr.Internet)")]
    [InlineData("Vpc, EcsCluster(\"c\")", "PublicSubnet", "Fargate(Image = \"i\"), Logs(RetentionDays = 7), Env(\"A\", \"b\"), AutoScale(Max = 2)")]
    public void Flat_MeansTheSameAsNested(string network, string subnets, string component)
    {
        string nested = Meaning($$"""
            [{{network}}]
            public partial class Shop
            {
                [{{subnets}}]
                public partial class Here
                {
                    [{{component}}, Container("main")]
                    public partial class It;
                }
            }
            """);

        Assert.Equal(nested, Meaning($"[{network}, {subnets}, {component}, Container(\"main\")] public partial class Shop;"));
        Assert.Equal(nested, Meaning($$"""[{{network}}, {{subnets}}] public partial class Shop { [{{component}}, Container("main")] public partial class It; }"""));
        Assert.Equal(nested, Meaning($$"""[{{network}}] public partial class Shop { [{{subnets}}, {{component}}, Container("main")] public partial class It; }"""));
    }

    private static string Meaning(string source)
    {
        ArchitectureTopology topology = TestProgram.Lower(source);
        string text = JsonSerializer.Serialize(
            new
            {
                topology.Networks,
                Components = topology.Components.Select(static c => (object)c),
                topology.SecurityGroups,
                topology.Clusters,
                topology.TargetGroups,
                topology.Edges,
                topology.Grants,
                Environment = topology.Environment.Select(static e => (e.Name, (object)e.Value)),
                topology.PlatformNeeds,
                topology.Tags,
                Outputs = topology.Outputs.Select(static o => o.Value),
                Findings = topology.Findings.Where(static f => !f.Arguments.Contains("[Container]")).Select(static f => f.RuleId),
            },
            WithoutPaths);
        return ClassNames().Replace(text, "");
    }

    [GeneratedRegex(@"\b(Shop|Here|It)\b")]
    private static partial Regex ClassNames();

    private sealed class Nothing<T> : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteNullValue();
    }
}
