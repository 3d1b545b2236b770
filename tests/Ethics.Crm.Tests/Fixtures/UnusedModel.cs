using Ethics.Crm.Runtime;

namespace Ethics.Crm.Tests.Fixtures.Unused;

/// <summary>Types that no test may create or read: they stand for those that a program has not used yet.</summary>
public sealed class Guarded
{
    public string Email => "";

    private static class EthicsGuards
    {
        public static readonly GuardedMember Email = new(
            "Guarded.Email", false, ["support"], ["support"], ["support"], new MemberLabel("Ethics.Crm.Tests.Fixtures.Unused.Guarded.Email", "contact.email", ["support"], []));
    }
}

public sealed class Failing
{
    public string Email => "";

    private static class EthicsGuards
    {
        public static readonly GuardedMember Email = Fail();

        private static GuardedMember Fail() => throw new InvalidOperationException("secret");
    }
}

[DataCategory("contact.email"), CollectedFor("billing")]
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BillingEmailAttribute : Attribute;

[DataCategory("contact.email"), CollectedFor("support")]
[AttributeUsage(AttributeTargets.Property)]
public sealed class SupportEmailAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
public sealed class ForeignAttribute : Attribute;

[AttributeUsage(AttributeTargets.Property)]
public class ForeignBaseAttribute : Attribute;

public sealed class NearAttribute : ForeignBaseAttribute;

public interface ILabelled
{
    [CollectedFor("support")]
    string Shared { get; }
}

public class Plain
{
    [DataCategory("contact.email")]
    public string ByCategory { get; set; } = "";

    [BillingEmail]
    public string ByAttributeClass { get; set; } = "";

    [Foreign]
    public string ByForeignAttribute { get; set; } = "";

    [Near]
    public string ByDerivedForeignAttribute { get; set; } = "";

    [ForeignBase]
    public string ByForeignBaseAttribute { get; set; } = "";

    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public virtual string Shared { get; set; } = "";

    [DataCategory("contact.email"), CollectedFor("billing")]
    public string Field = "";

    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public string OnAccessor
    {
        [return: CollectedFor("billing")]
        get => "";
    }

    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    [field: CollectedFor("billing")]
    public string OnBackingField { get; set; } = "";

    [BillingEmail, SupportEmail]
    public string ByTwoAttributeClasses { get; set; } = "";

    public string Unlabelled { get; set; } = "";

    public sealed class Nested
    {
        [DataCategory("contact.email"), CollectedFor("billing")]
        public string Email { get; set; } = "";
    }
}

public sealed class Derived : Plain, ILabelled
{
    public override string Shared { get; set; } = "";
}

public sealed record Positional([BillingEmail] string Email);

public sealed record Twice([BillingEmail] string Email)
{
    [DataCategory("contact.email"), CollectedFor("support", "billing")]
    public string Email { get; init; } = Email;
}

public sealed class Generic<T>
{
    [DataCategory("contact.email"), CollectedFor("billing")]
    public T? Value { get; set; }
}
