<?xml version="1.0"?>
<CHANNEL HREF="https://wire.example/">
  <TITLE>Example Wire</TITLE>
  <ABSTRACT>News of a place that is not</ABSTRACT>
  <ITEM HREF="https://wire.example/1">
    <TITLE>Story 1</TITLE>
    <ABSTRACT>Prices rose.</ABSTRACT>
  </ITEM>
</CHANNEL>
