using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through handlers whose generic type the run time closes over the type of a message.</summary>
public sealed class ClosedTypeTests
{
    private const string Events = "public interface IEvent { } public sealed record Added(string Text, string Name) : IEvent; public sealed record Closed(string Text) : IEvent; public interface IHandle<in T> where T : IEvent { void Handle(T e); } ";
    private const string Handler = "public sealed class Study : IHandle<Added> { public void Handle(Added e) => Mailer.Send(e.{|ECRM2002:Text|}); } ";
    private const string Plain = "public sealed class Study : IHandle<Added> { public void Handle(Added e) => Mailer.Send(e.Text); } ";
    private const string Silent = "public sealed class Study : IHandle<Added> { public void Handle(Added e) => Mailer.Send(e.Name); } ";
    private const string Bus = "public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var closed = typeof(IHandle<>).MakeGenericType(e.GetType()); foreach (var h in services.GetServices(closed)) closed.GetMethod(\"Handle\")!.Invoke(h, [e]); } } ";
    private const string Start = "public static class Start { public static void Go(Contact c) { var p = new ServiceCollection().AddTransient<IHandle<Added>, Study>().BuildServiceProvider(); new Job(new Bus(p)).A(c); } } ";
    private const string Job = "public sealed class Job(Bus bus) { public void A(Contact c) => bus.Publish(new Added(c.Email, c.Name)); } ";

    [Theory]
    [InlineData("handler found by the type of the event", Events + Handler + Bus + Job + Start)]
    [InlineData("alias of the event", Events + Handler + Bus + Start + "public sealed class Job(Bus bus) { public void A(Contact c) { var s = c.Email; IEvent e = new Added(s, c.Name); bus.Publish(e); } } ")]
    [InlineData("array of arguments", Events + Handler + Job + Start + "public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var closed = typeof(IHandle<>).MakeGenericType(e.GetType()); foreach (var h in services.GetServices(closed)) closed.GetMethod(nameof(IHandle<IEvent>.Handle))!.Invoke(h, new object[] { e }); } } ")]
    [InlineData("method and type in variables", Events + Handler + Job + Start + "public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var type = e.GetType(); var closed = typeof(IHandle<>).MakeGenericType(type); var m = closed.GetMethod(\"Handle\")!; object? h = services.GetService(closed); m.Invoke(h, [e]); } } ")]
    [InlineData("in a lambda", Events + Handler + Job + Start + "public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var closed = typeof(IHandle<>).MakeGenericType(e.GetType()); services.GetServices(closed).ToList().ForEach(h => closed.GetMethod(\"Handle\")!.Invoke(h, [e])); } } ")]
    [InlineData("two handlers", Events + Handler + Bus + Job + Start + "public sealed class Other : IHandle<Closed> { public void Handle(Closed e) => Mailer.Send(e.Text); } ")]
    [InlineData("wrapper that the run time closes", Events + Handler + Job + Start + "public abstract class Wrapper { public abstract void Handle(IEvent e, IServiceProvider p); } public sealed class Wrapper<T> : Wrapper where T : IEvent { public override void Handle(IEvent e, IServiceProvider p) { foreach (var h in p.GetServices<IHandle<T>>()) h.Handle((T)e); } } public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var w = (Wrapper)Activator.CreateInstance(typeof(Wrapper<>).MakeGenericType(e.GetType()))!; w.Handle(e, services); } } ")]
    [InlineData("dynamic", Events + Handler + Job + Start + "public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var closed = typeof(IHandle<>).MakeGenericType(e.GetType()); foreach (var h in services.GetServices(closed)) ((dynamic)h!).{|ECRM9002:Handle|}((dynamic)e); } } ", 1)]
    public Task HandlerOfTheEvent_IsFollowed(string form, string types, int unconcluded = 0) => VerifyAsync(form, types, unconcluded);

    [Theory]
    [InlineData("other part of the event", Events + Silent + Bus + Job + Start)]
    [InlineData("other event", Events + Plain + Bus + Start + "public sealed class Job(Bus bus) { public void A(Contact c) { GC.KeepAlive(c.Email); bus.Publish(new Added(c.Name, c.Name)); } } ")]
    [InlineData("handler of another event, by the base", "public abstract record Event(string Text); public sealed record Added(string Text) : Event(Text); public sealed record Closed(string Text) : Event(Text); public interface IHandle<in T> where T : Event { void Handle(T e); } public sealed class Study : IHandle<Added> { public void Handle(Added e) => GC.KeepAlive(e.Text); } public sealed class Other : IHandle<Closed> { public void Handle(Closed e) => Mailer.Send(e.Text); } public sealed class Bus(IServiceProvider services) { public void Publish(Event e) { var closed = typeof(IHandle<>).MakeGenericType(e.GetType()); foreach (var h in services.GetServices(closed)) closed.GetMethod(\"Handle\")!.Invoke(h, [e]); } } public sealed class Job(Bus bus) { public void A(Contact c) => bus.Publish(new Added(c.Email)); public void B(Contact c) => bus.Publish(new Closed(c.Name)); } ")]
    [InlineData("other method of the handler", "public interface IEvent { } public sealed record Added(string Text) : IEvent; public interface IHandle<in T> where T : IEvent { void Handle(T e); void Skip(T e); } public sealed class Study : IHandle<Added> { public void Handle(Added e) => GC.KeepAlive(e); public void Skip(Added e) => Mailer.Send(e.Text); } public sealed class Bus(IServiceProvider services) { public void Publish(IEvent e) { var closed = typeof(IHandle<>).MakeGenericType(e.GetType()); foreach (var h in services.GetServices(closed)) closed.GetMethod(\"Handle\")!.Invoke(h, [e]); } } public sealed class Job(Bus bus) { public void A(Contact c) => bus.Publish(new Added(c.Email)); } ")]
    public Task HandlerThatGetsNothingOfIt_IsSilent(string form, string types) => VerifyAsync(form, types, 0);

    private static Task VerifyAsync(string form, string types, int unconcluded)
    {
        Assert.NotEmpty(form);
        return Rules.VerifyWithContactAsync(
            $$"""
            using System; using System.Collections.Generic; using System.Linq; using Acme.Crm; using Ethics.Crm; using Microsoft.Extensions.DependencyInjection;
            #nullable enable
            public static class Mailer { [ForPurpose("marketing")] public static void Send(object? value) { } }
            {{types}}
            """,
            check =>
            {
                check.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(IServiceCollection).Assembly.Location));
                check.TestState.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(ServiceProvider).Assembly.Location));
                if (unconcluded > 0)
                {
                    check.ExpectedDiagnostics.Add(new DiagnosticResult("ECRM9000", DiagnosticSeverity.Warning).WithArguments("one place"));
                }
            });
    }
}
