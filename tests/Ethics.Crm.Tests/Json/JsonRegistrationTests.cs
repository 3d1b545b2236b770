using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Ethics.Crm.Tests.Json.Serialising;

namespace Ethics.Crm.Tests.Json;

/// <summary>What is told before anything is written, and what a later policy does.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class JsonRegistrationTests
{
    private const string LegacyMail = """ "fields": { "Ethics.Crm.Tests.Json.Legacy.Mail": { "category": "contact.email" } }""";

    private static Legacy Old => new() { Mail = "ada@mail", Born = 1815, Site = "home" };

    [Fact]
    public void ContextThatWritesByFinishedCode_IsRefusedAtOnce_AlsoAmongOthers()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => WritingContext.Default.WithPurposes());

        Assert.Contains("'Ethics.Crm.Tests.Json.WritingContext' writes 'Ethics.Crm.Tests.Json.Legacy' by finished code", refused.Message);
        Assert.Throws<InvalidOperationException>(() => PartlyWritingContext.Default.WithPurposes());
        Assert.Throws<InvalidOperationException>(() => JsonTypeInfoResolver.Combine(MetadataContext.Default, WritingContext.Default).WithPurposes());
        Assert.Throws<InvalidOperationException>(() => new JsonSerializerOptions { TypeInfoResolverChain = { MetadataContext.Default, PartlyWritingContext.Default } }.UsePurposes());
        Assert.NotNull(JsonTypeInfoResolver.Combine(MetadataContext.Default, new DefaultJsonTypeInfoResolver()).WithPurposes());
    }

    [Fact]
    public void ContextThatWritesByFinishedCode_HiddenInAnotherResolver_IsRefusedAtItsFirstUse()
    {
        using var host = new TestHost();
        var options = new JsonSerializerOptions { TypeInfoResolver = WritingContext.Default.WithAddedModifier(static _ => { }) }.UsePurposes();

        var refused = Assert.Throws<InvalidOperationException>(() => For("support", Old, options));

        // The serialiser has words of its own for this, which do not say what to change.
        Assert.Contains("'Ethics.Crm.Tests.Json.WritingContext' writes 'Ethics.Crm.Tests.Json.Legacy' by finished code", refused.Message);
        Assert.DoesNotContain("ada@mail", refused.Message);
    }

    [Fact]
    public void OptionsInUse_AreRefused()
    {
        var options = new JsonSerializerOptions();
        JsonSerializer.Serialize(1, options);

        Assert.Throws<InvalidOperationException>(() => options.UsePurposes());
        Assert.Throws<ArgumentNullException>(() => ((JsonSerializerOptions)null!).UsePurposes());
        Assert.Throws<ArgumentNullException>(() => ((IJsonTypeInfoResolver)null!).WithPurposes());
    }

    [Fact]
    public void AskedTwice_AsksOnce()
    {
        using var host = new TestHost(TestHost.With(""" "enforcement": { "default": "audit" } """));
        var options = Options(Metadata.Reflected, o => o.TypeInfoResolver = JsonTypeInfoResolver.Combine(o.TypeInfoResolver!.WithPurposes())).UsePurposes();

        Assert.Contains("words", For("billing", new Ticket { PersonId = 7, Text = "words" }, options));
    }

    [Fact]
    public void AddJson_AsksWhateverOrderTheOptionsAreConfiguredIn()
    {
        using var host = new TestHost(start: false, services: all =>
        {
            new Builder(all).AddJson<WebJson>(o => o.Serializer);
            all.Configure<WebJson>(o => o.Serializer.TypeInfoResolverChain.Insert(0, MetadataContext.Default));
        });
        host.Services.UseEthicsCrm();
        var options = host.Services.GetRequiredService<IOptions<WebJson>>().Value.Serializer;

        Assert.DoesNotContain("nick", For("billing", new Person { Id = 7, Nickname = "nick" }, options));
        Assert.Contains("nick", For("support", new Person { Id = 7, Nickname = "nick" }, options));
        Assert.Throws<InvalidOperationException>(() => options.TypeInfoResolverChain.Insert(0, MetadataContext.Default));
    }

    [Fact]
    public void AddJson_FailsTheStart_WhereAContextWritesByFinishedCode_OrAnotherResolverCameLater()
    {
        using (var writing = new TestHost(start: false, services: all =>
        {
            new Builder(all).AddJson<WebJson>(o => o.Serializer);
            all.Configure<WebJson>(o => o.Serializer.TypeInfoResolver = WritingContext.Default);
        }))
        {
            Assert.Contains("finished code", Assert.Throws<InvalidOperationException>(() => writing.Services.UseEthicsCrm()).Message);
        }

        using var late = new TestHost(start: false, services: all =>
        {
            new Builder(all).AddJson<WebJson>(o => o.Serializer);
            all.PostConfigure<WebJson>(o => o.Serializer.TypeInfoResolverChain.Insert(0, MetadataContext.Default));
        });
        Assert.Contains("another resolver", Assert.Throws<InvalidOperationException>(() => late.Services.UseEthicsCrm()).Message);
    }

    [Theory, CombinatorialMetadata]
    public void MetadataThatWasMadeBeforeTheHost_FollowsItsPolicy(Metadata metadata)
    {
        var options = Options(metadata);
        JsonSerializer.Serialize(Old, options);
        using var host = new TestHost(TestHost.With(LegacyMail));

        Assert.Equal("""{"Born":1815,"Site":"home"}""", For("billing", Old, options));
        Assert.Equal("""{"Mail":"ada@mail","Born":1815,"Site":"home"}""", For("support", Old, options));
    }

    [Theory, CombinatorialMetadata]
    public void LabelThatComesWithALaterPolicy_IsRefusedWhereTheMemberIsNotAskedYet(Metadata metadata)
    {
        using var host = new TestHost();
        var options = Options(metadata);
        Assert.Contains("ada@mail", For("billing", Old, options));

        Assert.True(host.Reload(TestHost.With(LegacyMail)));

        var refused = Assert.Throws<PurposeViolationException>(() => For("billing", Old, options));
        Assert.Equal("Legacy.Mail", refused.Member);
        Assert.DoesNotContain(Old.Mail!, refused.Message, StringComparison.Ordinal);
        Assert.Contains("ada@mail", For("support", Old, options));
        Assert.DoesNotContain("mail", For("billing", Old, Options(metadata)));
        Assert.True(host.Reload(TestHost.Policy));
        Assert.Contains("ada@mail", For("billing", Old, options));
    }

    [Fact]
    public void WithoutAHost_WhatTheBuildKnowsDecides_AndLabelledMembersThatAreNotGuardedAreLeftOut()
    {
        var options = Options(Metadata.Reflected);

        Assert.Contains("nick", For("support", new Person { Id = 7, Nickname = "nick" }, options));
        Assert.DoesNotContain("nick", For("marketing", new Person { Id = 7, Nickname = "nick" }, options));
        Assert.Equal("""{"Id":0,"PersonId":7,"Subject":"chair"}""", For("support", new Ticket { PersonId = 7, Text = "words", Subject = "chair" }, options));
    }

    private sealed class Builder(IServiceCollection services) : IEthicsCrmBuilder
    {
        public IServiceCollection Services => services;
    }

    private sealed class WebJson
    {
        public JsonSerializerOptions Serializer { get; } = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = null, TypeInfoResolver = new DefaultJsonTypeInfoResolver() };
    }
}
