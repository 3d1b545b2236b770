#if !STANDARD
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.Compliance.Classification;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Tests.Logging;

/// <summary>The texts of categories for whoever redacts by the classifications of Microsoft.Extensions.Compliance.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class CategoryRedactorTests
{
    private static readonly DataClassification Mail = new("Acme", "Mail");
    private static readonly DataClassification Other = new("Acme", "Other");
    private static readonly string Policy = TestHost.With(""" "attributes": { "Ethics.Crm.Tests.Logging.PrivateAttribute": { "category": "contact.email" } }""");

    [Fact]
    public void MappedClassification_IsRedactedByTheTextOfItsCategory_AnotherByTheApplication()
    {
        using var host = Host();
        var redactors = host.Services.GetRequiredService<IRedactorProvider>();

        Assert.Equal("•••", redactors.GetRedactor(Mail).Redact("secret"));
        Assert.Equal("•••", redactors.GetRedactor(new PrivateAttribute().Classification).Redact("secret"));
        Assert.Equal("<starred>", redactors.GetRedactor(Other).Redact("secret"));
    }

    [Fact]
    public void CategoryWithoutText_AndOneThatThePolicyDoesNotKnow_AreErased()
    {
        using var host = Host();
        var redactors = host.Services.GetRequiredService<IRedactorProvider>();

        Assert.Equal("", redactors.GetRedactor(new DataClassification("Acme", "Age")).Redact("41"));
        Assert.Equal("", redactors.GetRedactor(new DataClassification("Acme", "Nobody")).Redact("41"));
    }

    [Fact]
    public void ValueOfSeveralClassifications_IsErased_WhereTheirTextsDiffer()
    {
        using var host = Host();
        var redactors = host.Services.GetRequiredService<IRedactorProvider>();

        Assert.Equal("", redactors.GetRedactor(new DataClassificationSet(Mail, new DataClassification("Acme", "Age"))).Redact("secret"));
        Assert.Equal("•••", redactors.GetRedactor(new DataClassificationSet(Mail, Other)).Redact("secret"));
    }

    [Fact]
    public void RedactorThatIsKept_FollowsThePolicy_AndBeforeTheStartShowsNothing()
    {
        using var host = Host(start: false);
        var kept = host.Services.GetRequiredService<IRedactorProvider>().GetRedactor(Mail);
        host.Services.UseEthicsCrm();
        Assert.Equal("•••", kept.Redact("secret"));

        host.Reload(Policy.Replace("•••", "(e-mail)"));

        Assert.Equal("(e-mail)", kept.Redact("secret"));
    }

    [Fact]
    public void WithoutRedactorsOfTheApplication_TheRestIsErased()
    {
        using var host = new TestHost(Policy, services: static s => s.AddEthicsCrm().AddCategoryRedactors(static known => known.Map(Mail, "contact.email")));

        Assert.Equal("", host.Services.GetRequiredService<IRedactorProvider>().GetRedactor(Other).Redact("secret"));
    }

    [Fact]
    public void ObjectWithAClassifiedMember_StaysOutOfLogs_WithoutTheMarkItIsShown()
    {
        using var host = new TestHost(Policy, services: static s => s.AddEthicsCrm().AddLogRedaction());
        host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("test").LogInformation("{Marked} {Plain}", new Marked(), new Plain());

        Assert.Contains(host.Log.Entries, static entry => entry.Text.Contains("[Marked: redacted] plain", StringComparison.Ordinal));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void WhetherAddEthicsCrmOrAddRedactionIsCalledFirst_DoesNotMatter(bool redactionFirst)
    {
        using var file = new TestHost(Policy, start: false);
        IServiceCollection services = new ServiceCollection();
        if (redactionFirst)
            services.AddRedaction(static redaction => redaction.SetRedactor<Starring>(Other));
        var crm = services.AddEthicsCrm(o => o.PolicyFile = file.PolicyPath);
        if (!redactionFirst)
            services.AddRedaction(static redaction => redaction.SetRedactor<Starring>(Other));
        crm.AddCategoryRedactors(static known => known.Map(Mail, "contact.email")).AddCategoryRedactors(static known => known.Map<PrivateAttribute>());
        using var provider = services.BuildServiceProvider();
        provider.UseEthicsCrm();
        var redactors = provider.GetRequiredService<IRedactorProvider>();

        Assert.Equal(["•••", "•••", "<starred>"], new[] { Mail, new PrivateAttribute().Classification, Other }.Select(one => redactors.GetRedactor(one).Redact("secret")));
    }

    [Fact]
    public void RedactorsThatAreAddedBehindOurs_FailTheStart_InWords_BeforeThemTheyDoNot()
    {
        using var late = new TestHost(Policy, start: false, services: static s =>
        {
            s.AddEthicsCrm().AddCategoryRedactors(static known => known.Map(Mail, "contact.email"));
            s.AddRedaction(static redaction => redaction.SetRedactor<Starring>(Other));
        });
        Assert.Contains("Call AddCategoryRedactors after AddRedaction", Assert.Throws<InvalidOperationException>(() => late.Services.UseEthicsCrm()).Message);

        using var replaced = new TestHost(Policy, start: false, services: static s =>
        {
            s.AddEthicsCrm().AddCategoryRedactors(static known => known.Map(Mail, "contact.email"));
            s.AddSingleton<IRedactorProvider>(NullRedactorProvider.Instance);
        });
        Assert.Contains("registered after AddCategoryRedactors", Assert.Throws<InvalidOperationException>(() => replaced.Services.UseEthicsCrm()).Message);

        using var before = Host(start: false);
        before.Services.UseEthicsCrm();
    }

    /// <summary>The first call stands before them, so that they are not asked, or its categories are not.</summary>
    [Fact]
    public void RedactorsThatAreAddedBetweenTwoCallsOfOurs_FailTheStart_InWords_BehindThemBothHold()
    {
        Assert.Contains("Call AddCategoryRedactors after AddRedaction", Failure(static s => s.AddRedaction(static redaction => redaction.SetRedactor<Starring>(Other))), StringComparison.Ordinal);
        Assert.Contains("registered after AddCategoryRedactors", Failure(static s => s.AddSingleton<IRedactorProvider>(NullRedactorProvider.Instance)), StringComparison.Ordinal);
        Assert.Contains("registered after AddCategoryRedactors", Failure(static s => s.Replace(ServiceDescriptor.Singleton<IRedactorProvider>(NullRedactorProvider.Instance))), StringComparison.Ordinal);

        using var behind = Between(static _ => { }, before: static s => s.AddRedaction(static redaction => redaction.SetRedactor<Starring>(Other)));
        behind.Services.UseEthicsCrm();
        var redactors = behind.Services.GetRequiredService<IRedactorProvider>();
        Assert.Equal(["•••", "•••", "<starred>"], new[] { Mail, new PrivateAttribute().Classification, Other }.Select(one => redactors.GetRedactor(one).Redact("secret")));

        static string Failure(Action<IServiceCollection> between)
        {
            using var host = Between(between);
            return Assert.Throws<InvalidOperationException>(() => host.Services.UseEthicsCrm()).Message;
        }

        static TestHost Between(Action<IServiceCollection> between, Action<IServiceCollection>? before = null) => new(Policy, start: false, services: s =>
        {
            before?.Invoke(s);
            var crm = s.AddEthicsCrm().AddCategoryRedactors(static known => known.Map(Mail, "contact.email"));
            between(s);
            crm.AddCategoryRedactors(static known => known.Map<PrivateAttribute>());
        });
    }

    private static TestHost Host(bool start = true) => new(Policy, start: start, services: static s =>
    {
        s.AddRedaction(static redaction => redaction.SetRedactor<Starring>(Other));
        s.AddEthicsCrm().AddCategoryRedactors(static known => known
            .Map(Mail, "contact.email").Map(new DataClassification("Acme", "Age"), "contact.age").Map(new DataClassification("Acme", "Nobody"), "nobody").Map<PrivateAttribute>());
    });

    private sealed class Starring : Redactor
    {
        public override int GetRedactedLength(ReadOnlySpan<char> input) => "<starred>".Length;

        public override int Redact(ReadOnlySpan<char> source, Span<char> destination)
        {
            "<starred>".AsSpan().CopyTo(destination);
            return "<starred>".Length;
        }
    }

    public sealed class Marked
    {
        [Unmapped]
        public string Text { get; set; } = "secret";
    }

    public sealed class Plain
    {
        public string Text { get; set; } = "plain";

        public override string ToString() => Text;
    }
}

/// <summary>The policy maps it.</summary>
public sealed class PrivateAttribute() : DataClassificationAttribute(new DataClassification("Acme", "Private"));

/// <summary>The policy knows nothing of it.</summary>
public sealed class UnmappedAttribute() : DataClassificationAttribute(new DataClassification("Acme", "Unmapped"));
#endif
