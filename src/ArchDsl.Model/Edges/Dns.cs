namespace ArchDsl
{
    /// <summary>Gives a load balancer a name in the nearest <see cref="HostedZoneAttribute"/> of its domain: an alias that follows the health of its targets.</summary>
    /// <param name="name">
    /// The full name, for example <c>api.example.com</c>: labels of 63 letters, digits, underscores and inner hyphens at most, 253
    /// characters in all (<see href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">AWS</see>).
    /// </param>
    [AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
    public sealed class DnsAttribute(string name) : ModifierAttribute
    {
        /// <summary>The full name.</summary>
        public string Name { get; } = name;

        internal override string Identity => Name;
    }
}

namespace ArchDsl.Model
{
    /// <summary>Lowers <c>[Dns]</c>.</summary>
    internal sealed class Dns : EdgeKind<DnsAttribute>
    {
        protected override void Lower(Component source, Node node, Written<DnsAttribute> written, LoweringContext context)
        {
            string name = written.Attribute.Name;
            if (NameRule.Of(written.Attribute, nameof(DnsAttribute.Name))!.Fault(name, context.Region) is not null)
            {
                return;
            }

            if (context.HostedZone(node, name) is not { } zone)
            {
                context.Report<RefusedValue>(written.At("Name"), name, "no [HostedZone] around this class has the domain; put one on it or around it");
            }
            else if (context.DnsRecords.FirstOrDefault(r => r.HostedZone == zone && r.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } other)
            {
                context.Report<RefusedValue>(written.At("Name"), name, $"it leads to {context.NameOf(other.LoadBalancer)} already; choose another");
            }
            else
            {
                context.DnsRecords.Add(new DnsRecord(source.Path, zone, name, written.Origin));
            }
        }
    }
}
