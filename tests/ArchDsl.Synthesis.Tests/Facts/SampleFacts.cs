using ArchDsl.CloudFormation;
using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Facts;

/// <summary>Tests on the template of one sample.</summary>
public abstract class SampleFacts(string sample, string? stage = null) : IAsyncLifetime
{
    protected Template Template { get; private set; } = null!;

    protected TemplateReach Reach { get; private set; } = null!;

    protected Identity Identity { get; private set; } = null!;

    /// <summary>The region that the stack is bound to, or null.</summary>
    protected string? Region { get; private set; }

    public async Task InitializeAsync()
    {
        var synthesized = await Samples.Get(sample, stage);
        (Template, Reach, Region) = (synthesized.Template, synthesized.Reach, synthesized.Region);
        Identity = new Identity(Template);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The subnets of a host, as the ranges that the template states.</summary>
    protected IEnumerable<string> RangesOf(Resource host) => Reach[host.LogicalId].Subnets.Select(subnet => subnet.Resource.Text("CidrBlock")!);

    /// <summary>Asserts that a property has a literal value.</summary>
    protected static void States(Resource resource, string property, string value) => Assert.Equal((resource.ToString(), property, value), (resource.ToString(), property, resource.Text(property)));

    /// <summary>The only resource of a type with a literal property.</summary>
    protected Resource Named(string type, string property, string name) => Assert.Single(Template.OfType(type), resource => resource.Text(property) == name);

    /// <summary>The literal items of a list.</summary>
    protected static IEnumerable<string?> Texts(Value? list) => (list?.Items ?? []).Select(item => item.Text);
}
