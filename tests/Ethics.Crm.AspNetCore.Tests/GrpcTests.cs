using System.Text;
using Ethics.Crm.AspNetCore.Tests.Fixtures;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.AspNetCore.Tests;

/// <summary>A framework that maps a class method by method, and tells of it by the attributes among the metadata.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class GrpcTests
{
    [Fact]
    public async Task Method_RunsForItsPurpose_ElseForThatOfItsService_StreamsToo()
    {
        await using var app = await StartAsync<TicketService>();
        using var channel = GrpcChannel.ForAddress(app.Address);

        Assert.Equal("support", await UnaryAsync(channel, "Class"));
        Assert.Equal("billing", await UnaryAsync(channel, "Method"));
        Assert.Equal(["support", "support"], await StreamAsync(channel));
    }

    /// <summary>Over HTTP/2, as a client has it: the value, or a failed call without it.</summary>
    [Fact]
    public async Task GuardedMember_IsSentByTheMethodThatMayReadIt_AndFailsTheCallOfAnother()
    {
        await using var app = await StartAsync<TicketService>();
        using var channel = GrpcChannel.ForAddress(app.Address);

        Assert.Equal("anna@fabrikam.example", await UnaryAsync(channel, "Mail"));
        var refused = await Assert.ThrowsAsync<RpcException>(() => UnaryAsync(channel, "MailForBilling"));
        Assert.Equal(StatusCode.Unknown, refused.StatusCode);
        Assert.DoesNotContain("anna", refused.ToString(), StringComparison.Ordinal);
        // The same connection serves the next call for its own purpose.
        Assert.Equal("anna@fabrikam.example", await UnaryAsync(channel, "Mail"));
    }

    [Fact]
    public async Task ServiceThatSaysNothing_HasNoPurpose_UnlessItsMappingSaysOne()
    {
        await using (var app = await StartAsync<SilentService>())
        {
            using var channel = GrpcChannel.ForAddress(app.Address);
            Assert.Equal("NoScope", await UnaryAsync(channel, "Class"));
            Assert.Equal(["NoScope", "NoScope"], await StreamAsync(channel));
        }

        await using (var app = await StartAsync<SilentService>("billing"))
        {
            using var channel = GrpcChannel.ForAddress(app.Address);
            Assert.Equal("billing", await UnaryAsync(channel, "Class"));
        }
    }

    private static Task<TestApp> StartAsync<TService>(string? purpose = null)
        where TService : TicketServiceBase => TestApp.StartAsync(
        app =>
        {
            var service = app.MapGrpcService<TService>();
            if (purpose is not null)
                service.ForPurpose(purpose);
        },
        services =>
        {
            services.AddGrpc();
            services.AddSingleton<IServiceMethodProvider<TService>, Methods<TService>>();
            services.Configure<KestrelServerOptions>(o => o.ConfigureEndpointDefaults(l => l.Protocols = HttpProtocols.Http2));
        });

    private static async Task<string> UnaryAsync(GrpcChannel channel, string method) =>
        await channel.CreateCallInvoker().AsyncUnaryCall(Texts.Method(MethodType.Unary, method), null, default, "").ResponseAsync;

    private static async Task<List<string>> StreamAsync(GrpcChannel channel) =>
        await channel.CreateCallInvoker().AsyncServerStreamingCall(Texts.Method(MethodType.ServerStreaming, "Stream"), null, default, "").ResponseStream.ReadAllAsync().ToListAsync();
}

/// <summary>As the tools of gRPC write it from a .proto file.</summary>
public abstract class TicketServiceBase
{
    public virtual Task<string> Class(string request, ServerCallContext context) => throw new NotSupportedException();

    public virtual Task<string> Method(string request, ServerCallContext context) => throw new NotSupportedException();

    public virtual Task<string> Mail(string request, ServerCallContext context) => throw new NotSupportedException();

    public virtual Task<string> MailForBilling(string request, ServerCallContext context) => throw new NotSupportedException();

    public virtual Task Stream(string request, IServerStreamWriter<string> responses, ServerCallContext context) => throw new NotSupportedException();
}

[ForPurpose("support")]
public sealed class TicketService : TicketServiceBase
{
    public override async Task<string> Class(string request, ServerCallContext context)
    {
        await Task.Yield();
        return Reading.Now();
    }

    [ForPurpose("billing")]
    public override Task<string> Method(string request, ServerCallContext context) => Task.FromResult(Reading.Now());

    public override async Task<string> Mail(string request, ServerCallContext context)
    {
        await Task.Yield();
        return new Contact().Email;
    }

    [ForPurpose("billing")]
    public override async Task<string> MailForBilling(string request, ServerCallContext context)
    {
        await Task.Yield();
        return new Contact().Email;
    }

    public override async Task Stream(string request, IServerStreamWriter<string> responses, ServerCallContext context)
    {
        await responses.WriteAsync(Reading.Now());
        await Task.Yield();
        await responses.WriteAsync(Reading.Now());
    }
}

public sealed class SilentService : TicketServiceBase
{
    public override Task<string> Class(string request, ServerCallContext context) => Task.FromResult(Reading.Now());

    public override async Task Stream(string request, IServerStreamWriter<string> responses, ServerCallContext context)
    {
        await responses.WriteAsync(Reading.Now());
        await responses.WriteAsync(Reading.Now());
    }
}

internal static class Texts
{
    private static readonly Marshaller<string> Text = Marshallers.Create(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    public static Method<string, string> Method(MethodType type, string name) => new(type, "Tickets", name, Text, Text);
}

internal sealed class Methods<TService> : IServiceMethodProvider<TService>
    where TService : TicketServiceBase
{
    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<TService> context)
    {
        context.AddUnaryMethod(Texts.Method(MethodType.Unary, "Class"), Metadata("Class"), static (service, request, call) => service.Class(request, call));
        context.AddUnaryMethod(Texts.Method(MethodType.Unary, "Method"), Metadata("Method"), static (service, request, call) => service.Method(request, call));
        context.AddUnaryMethod(Texts.Method(MethodType.Unary, "Mail"), Metadata("Mail"), static (service, request, call) => service.Mail(request, call));
        context.AddUnaryMethod(Texts.Method(MethodType.Unary, "MailForBilling"), Metadata("MailForBilling"), static (service, request, call) => service.MailForBilling(request, call));
        context.AddServerStreamingMethod(Texts.Method(MethodType.ServerStreaming, "Stream"), Metadata("Stream"), static (service, request, responses, call) => service.Stream(request, responses, call));
    }

    /// <summary>As the framework's own provider does it.</summary>
    private static List<object> Metadata(string method) =>
        [.. typeof(TService).GetCustomAttributes(inherit: true), .. typeof(TService).GetMethod(method)!.GetCustomAttributes(inherit: true)];
}
