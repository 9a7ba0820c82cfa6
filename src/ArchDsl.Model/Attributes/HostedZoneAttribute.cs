namespace ArchDsl;

/// <summary>A public hosted zone of Amazon Route 53, for the certificates and records of a class and of all classes nested in it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class HostedZoneAttribute : ArchDslAttribute
{
    /// <summary>A hosted zone.</summary>
    /// <param name="domainName">
    /// The domain, for example <c>example.com</c>: labels of 63 letters, digits and inner hyphens at most, 253 characters in all
    /// (<see href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html">AWS</see>).
    /// </param>
    public HostedZoneAttribute(string domainName) => DomainName = domainName;

    /// <summary>The domain.</summary>
    public string DomainName { get; }

    /// <summary>
    /// The id of a zone that exists already, for example <c>Z0123456789ABCDEFGHIJ</c>, 32 upper-case letters and digits at most
    /// (<see href="https://docs.aws.amazon.com/Route53/latest/APIReference/API_GetHostedZone.html">AWS</see>). Default: the stack creates the
    /// zone.
    /// </summary>
    public string? Id { get; set; }
}
