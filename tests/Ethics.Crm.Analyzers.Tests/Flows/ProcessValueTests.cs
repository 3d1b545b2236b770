namespace Ethics.Crm.Analyzers.Tests.Flows;

/// <summary>ECRM2002 through what lies in the process under a name: variables of its environment, data of its application.</summary>
public sealed class ProcessValueTests
{
    [Theory]
    [InlineData("environment", "public void A(Contact c) => Environment.SetEnvironmentVariable(\"m\", c.Email); public void B() => Mailer.Send(Environment.{|ECRM2002:GetEnvironmentVariable|}(\"m\"));")]
    [InlineData("environment, by an alias", "public void A(Contact c) { var s = c.Email; Environment.SetEnvironmentVariable(\"m\", s); } public void B() { var t = Environment.GetEnvironmentVariable(\"m\"); Mailer.Send({|ECRM2002:t|}); }")]
    [InlineData("environment, name in a constant", "const string Key = \"m\"; public void A(Contact c) => Environment.SetEnvironmentVariable(Key, c.Email); public void B() => Mailer.Send(Environment.{|ECRM2002:GetEnvironmentVariable|}(\"m\"));")]
    [InlineData("environment, name that is read", "public void A(Contact c, string key) => Environment.SetEnvironmentVariable(key, c.Email); public void B() => Mailer.Send(Environment.{|ECRM2002:GetEnvironmentVariable|}(\"m\"));")]
    [InlineData("environment, any name", "public void A(Contact c) => Environment.SetEnvironmentVariable(\"m\", c.Email); public void B(string key) => Mailer.Send(Environment.{|ECRM2002:GetEnvironmentVariable|}(key));")]
    [InlineData("environment, of the machine", "public void A(Contact c) => Environment.SetEnvironmentVariable(\"m\", c.Email, EnvironmentVariableTarget.User); public void B() => Mailer.Send(Environment.{|ECRM2002:GetEnvironmentVariable|}(\"m\", EnvironmentVariableTarget.User));")]
    [InlineData("environment, by helpers", "static void Set(string value) => Environment.SetEnvironmentVariable(\"m\", value); static string? Get() => Environment.GetEnvironmentVariable(\"m\"); public void A(Contact c) => Set(c.Email); public void B() => Mailer.Send({|ECRM2002:Get|}());")]
    [InlineData("environment, all of it", "public void A(Contact c) => Environment.SetEnvironmentVariable(\"m\", c.Email); public void B() { foreach (System.Collections.DictionaryEntry e in Environment.GetEnvironmentVariables()) Mailer.Send(e.{|ECRM2002:Value|}); }")]
    [InlineData("environment, in one method", "public void A(Contact c) { Environment.SetEnvironmentVariable(\"m\", c.Email); Mailer.Send(Environment.{|ECRM2002:GetEnvironmentVariable|}(\"m\")); }")]
    [InlineData("data of the application", "public void A(Contact c) => AppContext.SetData(\"m\", c.Email); public void B() => Mailer.Send(AppContext.{|ECRM2002:GetData|}(\"m\"));")]
    [InlineData("data of the domain", "public void A(Contact c) => AppDomain.CurrentDomain.SetData(\"m\", c.Email); public void B() => Mailer.Send(AppDomain.CurrentDomain.{|ECRM2002:GetData|}(\"m\"));")]
    [InlineData("domain and application are one", "public void A(Contact c) => AppDomain.CurrentDomain.SetData(\"m\", c.Email); public void B() => Mailer.Send(AppContext.{|ECRM2002:GetData|}(\"m\"));")]
    [InlineData("object in the data", "public void A(Contact c) => AppContext.SetData(\"m\", new Box { Text = c.Email }); public void B() { var b = (Box)AppContext.GetData(\"m\")!; Mailer.Send(b.{|ECRM2002:Text|}); }")]
    public Task WhatLiesInTheProcess_IsFollowed(string form, string members) => Flow.VerifyAsync(form, members);

    [Theory]
    [InlineData("environment, other name", "public void A(Contact c) { Environment.SetEnvironmentVariable(\"m\", c.Email); Environment.SetEnvironmentVariable(\"n\", c.Name); } public void B() => Mailer.Send(Environment.GetEnvironmentVariable(\"n\"));")]
    [InlineData("environment, other value", "public void A(Contact c) { Environment.SetEnvironmentVariable(\"m\", c.Name); GC.KeepAlive(c.Email); } public void B() => Mailer.Send(Environment.GetEnvironmentVariable(\"m\"));")]
    [InlineData("environment, replaced before it is read", "public void A(Contact c) { Environment.SetEnvironmentVariable(\"m\", c.Email); Environment.SetEnvironmentVariable(\"m\", null); Mailer.Send(Environment.GetEnvironmentVariable(\"m\")); }")]
    [InlineData("environment, for its purpose", "[ForPurpose(\"support\")] public void A(Contact c) => Environment.SetEnvironmentVariable(\"m\", c.Email); [ForPurpose(\"support\")] public void B() => GC.KeepAlive(Environment.GetEnvironmentVariable(\"m\"));")]
    [InlineData("data of the application, other name", "public void A(Contact c) { AppContext.SetData(\"m\", c.Email); AppContext.SetData(\"n\", c.Name); } public void B() => Mailer.Send(AppContext.GetData(\"n\"));")]
    [InlineData("data, other part of the object", "public void A(Contact c) => AppContext.SetData(\"m\", new Box { Text = c.Email }); public void B() { var b = (Box)AppContext.GetData(\"m\")!; Mailer.Send(b.Other); }")]
    [InlineData("environment and data are two", "public void A(Contact c) => AppContext.SetData(\"m\", c.Email); public void B() => Mailer.Send(Environment.GetEnvironmentVariable(\"m\"));")]
    public Task WhatLiesUnderAnotherName_IsNotReported(string form, string members) => Flow.VerifyAsync(form, members);
}
