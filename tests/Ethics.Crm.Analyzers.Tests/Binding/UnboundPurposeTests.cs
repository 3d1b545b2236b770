using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Analyzers.Tests.Binding;

/// <summary>Services that declare a purpose which nothing opens.</summary>
public sealed class UnboundPurposeTests
{
    private const string Package = """
        using System;
        namespace Ethics.Crm { public interface IEthicsCrmBuilder { } public class PurposeBindingOptions { public PurposeBindingOptions LeaveUnbound<T>(string because) => this; public PurposeBindingOptions LeaveUnbound(Type type, string because) => this; } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            using Ethics.Crm;
            public static class ServiceCollectionHostedServiceExtensions { public static IServiceCollection AddHostedService<T>(this IServiceCollection services) where T : class => services; }
            public static class EthicsCrmServiceCollectionExtensions { public static IEthicsCrmBuilder AddEthicsCrm(this IServiceCollection services) => null; }
            public static class PurposeBindingExtensions { public static IEthicsCrmBuilder AddPurposeBinding(this IEthicsCrmBuilder builder, Action<PurposeBindingOptions> configure = null) => builder; }
        }
        """;

    private const string Services = """
        public interface IDesk { }
        public interface IOther { }
        [ForPurpose("support")] public class Desk : IDesk { }
        [ForPurpose("support")] public class Loner : IDesk, IOther { }
        public class Half { [ForPurpose("marketing")] public void Send() { } }
        [ForPurpose("support")] public class Kept<T> { }
        public class Plain : IDesk { }
        [ForPurpose("support")] public class Worker { }
        namespace Other { public class Desk { } public class Outer { [ForPurpose("support")] public class Inner { } } }
        """;

    private const string Bind = " s.AddEthicsCrm().AddPurposeBinding();";

    [Theory]
    [InlineData("generic", "s.{|ECRM1107:AddScoped<Desk>|}();" + Bind)]
    [InlineData("two interfaces", "s.{|ECRM1107:AddSingleton<Loner>|}();" + Bind)]
    [InlineData("member that declares", "s.{|ECRM1107:AddTransient<Half>|}();" + Bind)]
    [InlineData("typeof", "s.{|ECRM1107:AddScoped|}(typeof(Desk));" + Bind)]
    [InlineData("open generic", "s.{|ECRM1107:AddScoped|}(typeof(Kept<>));" + Bind)]
    [InlineData("as its base", "s.{|ECRM1107:AddScoped<object, Desk>|}();" + Bind)]
    [InlineData("try", "s.{|ECRM1107:TryAddScoped<Desk>|}();" + Bind)]
    [InlineData("keyed", "s.{|ECRM1107:AddKeyedScoped<Desk>|}(\"a\");" + Bind)]
    [InlineData("left is another one", "s.{|ECRM1107:AddScoped<Desk>|}(); s.AddEthicsCrm().AddPurposeBinding(o => o.LeaveUnbound<Half>(\"opens scopes\"));")]
    [InlineData("left is one of that name elsewhere", "s.{|ECRM1107:AddScoped<Desk>|}(); s.AddEthicsCrm().AddPurposeBinding(o => o.LeaveUnbound<Other.Desk>(\"opens scopes\"));")]
    public Task ClassRegisteredAsItself_IsReported(string form, string registering) => VerifyAsync(form, registering);

    [Theory]
    [InlineData("by its interface", "s.AddScoped<IDesk, Desk>();" + Bind)]
    [InlineData("by its interface, typeof", "s.AddScoped(typeof(IDesk), typeof(Desk));" + Bind)]
    [InlineData("declares nothing", "s.AddScoped<Plain>();" + Bind)]
    [InlineData("left", "s.AddScoped<Desk>(); s.AddEthicsCrm().AddPurposeBinding(o => o.LeaveUnbound<Desk>(\"opens scopes\"));")]
    [InlineData("left, typeof", "s.AddScoped(typeof(Kept<>)); s.AddEthicsCrm().AddPurposeBinding(o => o.LeaveUnbound(typeof(Kept<>), \"opens scopes\"));")]
    [InlineData("factory", "s.AddScoped(_ => new Desk());" + Bind)]
    [InlineData("left, by its whole name", "s.AddScoped<Desk>(); s.AddEthicsCrm().AddPurposeBinding(o => o.LeaveUnbound<global::Desk>(\"opens scopes\"));")]
    [InlineData("left, nested", "s.AddScoped<Other.Outer.Inner>(); s.AddEthicsCrm().AddPurposeBinding(o => o.LeaveUnbound(typeof(Other.Outer.Inner), \"opens scopes\"));")]
    [InlineData("background service", "s.AddHostedService<Worker>();" + Bind)]
    public Task WhatIsBoundOrLeft_IsNot(string form, string registering) => VerifyAsync(form, registering);

    [Theory]
    [InlineData("never", "s.AddScoped<IDesk, Desk>(); s.AddScoped<IOther, Loner>(); s.{|ECRM1107:AddEthicsCrm|}();")]
    [InlineData("a background service alone", "s.AddHostedService<Worker>(); s.{|ECRM1107:AddEthicsCrm|}();")]
    public Task ApplicationThatBindsNothing_IsOneFinding(string form, string registering) => VerifyAsync(form, registering);

    [Theory]
    [InlineData("a library that registers", "s.AddScoped<IDesk, Desk>();")]
    [InlineData("nothing declares", "s.AddScoped<IDesk, Plain>(); s.AddHostedService<Plain>(); s.AddEthicsCrm();")]
    public Task NothingToBindHere_IsNoFinding(string form, string registering) => VerifyAsync(form, registering);

    [Fact]
    public Task WithoutThePackage_NothingIsReported() => VerifyAsync("abstractions only", "s.AddScoped<Desk>();", package: false);

    private static Task VerifyAsync(string form, string registering, bool package = true)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyAsync(
            $$"""
            using System; using Ethics.Crm; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.DependencyInjection.Extensions;
            {{Services}}
            static class Startup { static void Add(IServiceCollection s) { {{registering}} } }
            """,
            check =>
            {
                var container = MetadataReference.CreateFromFile(typeof(IServiceCollection).Assembly.Location);
                check.TestState.AdditionalReferences.Add(container);
                if (package)
                {
                    check.TestState.AdditionalProjects["Ethics.Crm"].Sources.Add(Package);
                    check.TestState.AdditionalProjects["Ethics.Crm"].AdditionalReferences.Add(container);
                    check.TestState.AdditionalProjectReferences.Add("Ethics.Crm");
                }
            });
    }
}
